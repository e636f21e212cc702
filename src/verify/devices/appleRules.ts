import type { DeviceRule } from './device.ts';
import { cover, pictures, pixelsOf, shortSideOf } from './ruleFinders.ts';

const readOn = '2026-11-28';
/** Apple's "Books Asset Guide", on pictures. */
const source = { url: 'https://help.apple.com/itc/booksassetguide/en.lproj/itca71ad3c33.html', readOn };

/** The limit of today, and the one that held from 2014 until then, in pixels. */
const maxPixels = 5_600_000;
const formerMaxPixels = 4_000_000;

/** Apple Books. */
export const appleRules: readonly DeviceRule[] = [
  {
    code: 'device/apple-image-pixels',
    severity: 'error',
    says: 'Apple Books takes at most 5.6 million pixels',
    source,
    basis: 'maker',
    hint: 'Make the picture smaller.',
    find: pictures(picture => pixelsOf(picture) > maxPixels),
  },
  {
    code: 'device/apple-image-pixels-once',
    severity: 'info',
    says: 'Apple’s limit was once 4 million pixels',
    source: { url: 'http://authoradventures.blogspot.com/2014/12/ibooks-image-size-increased.html', readOn },
    basis: 'reports',
    hint: 'Make the picture smaller for those who deliver by the old guide.',
    find: pictures(picture => pixelsOf(picture) > formerMaxPixels && pixelsOf(picture) <= maxPixels),
  },
  {
    code: 'device/apple-image-format',
    severity: 'warning',
    says: 'Apple asks for JPEG or PNG',
    source,
    basis: 'maker',
    hint: 'Make the picture a JPEG or a PNG.',
    find: pictures(picture => picture.size?.format === 'gif'),
  },
  {
    code: 'device/apple-cover-small',
    severity: 'warning',
    says: 'Apple’s shop asks for 1400 pixels on the short side',
    source: { url: 'http://www.clamourcreative.com/itunes-store-ebook-uploads-image-size-limitations/', readOn },
    basis: 'reports',
    hint: 'Make the cover larger.',
    find: cover(picture => shortSideOf(picture) < 1400),
  },
];
