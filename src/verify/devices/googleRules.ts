import { isEpub2 } from '../checkPackage.ts';
import type { DeviceRule } from './device.ts';
import { cover, longSideOf, noCover, shortSideOf } from './ruleFinders.ts';

/** Google's "Files and uploading overview" for partners. */
const source = { url: 'https://support.google.com/books/partner/answer/3424254', readOn: '2026-11-28' };

/** Google Play Books. */
export const googleRules: readonly DeviceRule[] = [
  {
    code: 'device/google-cover-missing',
    severity: 'error',
    says: 'Google wants the front cover in the EPUB',
    source,
    basis: 'maker',
    hint: 'Declare a picture by properties="cover-image".',
    find: noCover,
  },
  {
    code: 'device/google-cover-small',
    severity: 'error',
    says: 'Google takes covers from 640 pixels on',
    source,
    basis: 'maker',
    hint: 'Make the cover larger.',
    find: cover(picture => shortSideOf(picture) < 640),
  },
  {
    code: 'device/google-cover-large',
    severity: 'error',
    says: 'Google takes covers up to 7200 pixels',
    source,
    basis: 'maker',
    hint: 'Make the cover smaller.',
    find: cover(picture => longSideOf(picture) > 7200),
  },
  {
    code: 'device/google-version',
    severity: 'info',
    says: 'Google prefers EPUB 3',
    source: null,
    basis: 'reports',
    hint: 'Build the book as EPUB 3.',
    find: ({ book }) => (isEpub2(book) ? [{ found: 'The book is of EPUB 2', place: { path: book.path } }] : []),
  },
];
