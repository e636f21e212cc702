import { resolveReference } from '../../archive/resolveReference.ts';
import type { DeviceFinding, DeviceRule } from './device.ts';
import type { DeviceFacts } from './deviceFacts.ts';
import { contentsDeeperThan, cover, largerThan, longSideOf, megabyte, pictures, pixelsOf, shortSideOf } from './ruleFinders.ts'; // prettier-ignore

const readOn = '2026-11-28';
const coverGuidelines = { url: 'https://kdp.amazon.com/en_US/help/topic/G6GTK3T3NUHKLEFX', readOn };
/** A copy of Amazon's "Kindle Publishing Guidelines", version 2019.2, which is no longer offered as one document. */
const publishingGuidelines = {
  url: 'https://docslib.org/doc/3815688/amazon-kindle-publishing-guidelines-how-to-make-books-available-for-kindle-devices-and-applications',
  readOn,
};
const fixTool = { url: 'https://github.com/innocenat/kindle-epub-fix', readOn };

/** Amazon's Send to Kindle, the shop, and what the devices make of a book. */
export const kindleRules: readonly DeviceRule[] = [
  {
    code: 'device/kindle-file-size',
    severity: 'error',
    says: 'Send to Kindle takes 200 MB',
    source: { url: 'https://github.com/input-output-hk/mastering-cardano/issues/47', readOn },
    basis: 'reports',
    hint: 'Make the pictures smaller, or part the book.',
    find: largerThan(200 * megabyte),
  },
  {
    code: 'device/kindle-mail-size',
    severity: 'warning',
    says: 'Mail to a Kindle may have 50 MB',
    source: { url: 'https://github.com/crocodilestick/Calibre-Web-Automated/issues/307', readOn },
    basis: 'reports',
    hint: 'Send it from amazon.com/sendtokindle, or make the pictures smaller.',
    find: largerThan(50 * megabyte),
  },
  {
    code: 'device/kindle-language-missing',
    severity: 'error',
    says: 'Send to Kindle refuses books without a language it knows',
    source: { url: 'https://github.com/dteviot/WebToEpub/issues/1154', readOn },
    basis: 'reports',
    hint: 'State the language by a tag such as en in dc:language.',
    find: ({ book }) =>
      book.metadata.some(({ name, value }) => name === 'dc:language' && value !== '')
        ? []
        : [{ found: 'The book states no language', place: { path: book.path } }],
  },
  {
    code: 'device/kindle-xml-declaration',
    severity: 'warning',
    says: 'Send to Kindle takes a document that states no encoding to be ISO-8859-1',
    source: fixTool,
    basis: 'reports',
    hint: 'Begin the document with <?xml version="1.0" encoding="UTF-8"?>.',
    find: documentsWithoutDeclaration,
  },
  {
    code: 'device/kindle-image-without-source',
    severity: 'error',
    says: 'Send to Kindle refuses books with such a picture',
    source: fixTool,
    basis: 'reports',
    hint: 'Give the picture a src, or take it out.',
    find: ({ documents }) =>
      [...documents.values()].flatMap(({ path, imageLinesWithoutSource }) =>
        imageLinesWithoutSource.map(line => ({ found: 'A picture has no src', place: { path, line } })),
      ),
  },
  {
    code: 'device/kindle-body-id-link',
    severity: 'warning',
    says: 'Send to Kindle stumbles over links to the id of a body',
    source: fixTool,
    basis: 'reports',
    hint: 'Let the link lead to the document, without "#".',
    find: linksToBody,
  },
  {
    code: 'device/kindle-contents-depth',
    severity: 'info',
    says: 'Kindle shows two',
    source: publishingGuidelines,
    basis: 'maker',
    hint: 'Leave lower levels out of the contents.',
    find: contentsDeeperThan(2),
  },
  {
    code: 'device/kindle-start-missing',
    severity: 'info',
    says: 'A Kindle opens a book at the guide’s reference of the type text',
    source: null,
    basis: 'reports',
    hint: 'Add <reference type="text"> to the guide of the package document.',
    find: ({ book }) =>
      book.guide.some(({ type }) => /^(?:text|start)$/i.test(type))
        ? []
        : [{ found: 'No place is named where reading starts', place: { path: book.path } }],
  },
  {
    code: 'device/kindle-cover-small',
    severity: 'warning',
    says: 'Amazon shows no cover whose short side has less than 500 pixels',
    source: coverGuidelines,
    basis: 'maker',
    hint: 'Make the cover larger; 1600 × 2560 pixels are ideal.',
    find: cover(picture => shortSideOf(picture) < 500),
  },
  {
    code: 'device/kindle-cover-below-ideal',
    severity: 'info',
    says: 'Amazon’s ideal for its shop is 1600 × 2560',
    source: coverGuidelines,
    basis: 'maker',
    hint: 'Give the shop a cover of that size as a file of its own.',
    find: cover(picture => shortSideOf(picture) >= 500 && (shortSideOf(picture) < 1600 || longSideOf(picture) < 2560)),
  },
  {
    code: 'device/kindle-cover-page',
    severity: 'warning',
    says: 'Amazon wants the cover not to appear twice: a Kindle shows the declared picture by itself',
    source: { url: 'https://1library.net/document/qvg1on0q-amazon-kindle-publishing-guidelines.html', readOn },
    basis: 'maker',
    hint: 'Take the page with the cover out of the spine.',
    find: coverPages,
  },
  {
    code: 'device/kindle-image-large',
    severity: 'info',
    says: 'Kindle’s converter warns above 5 million pixels',
    source: null,
    basis: 'reports',
    hint: 'Make the picture smaller.',
    find: pictures(picture => pixelsOf(picture) > 5_000_000),
  },
  {
    code: 'device/kindle-image-heavy',
    severity: 'info',
    says: 'Amazon compresses pictures above 127 kB anew',
    source: { url: 'http://www.unrulyguides.com/2012/05/kindle-formatting-kindle-book-cover/', readOn },
    basis: 'reports',
    hint: 'Make the picture smaller if you would rather choose how it is compressed.',
    find: pictures(picture => picture.bytes > 127 * 1024),
  },
  {
    code: 'device/kindle-nested-table',
    severity: 'info',
    says: 'Amazon advises against tables in tables',
    source: publishingGuidelines,
    basis: 'maker',
    hint: 'Set the inner table beside the outer one.',
    find: ({ documents }) =>
      [...documents.values()].flatMap(({ path, nestedTableLines }) =>
        nestedTableLines.map(line => ({ found: 'A table lies in a table', place: { path, line } })),
      ),
  },
];

const declaration = new TextEncoder().encode('<?xml');
const byteOrderMark = [0xef, 0xbb, 0xbf];

function documentsWithoutDeclaration({ documents, files }: DeviceFacts): readonly DeviceFinding[] {
  return [...documents.keys()].flatMap(path => {
    const bytes = files.read(path);
    if (bytes === null) return [];
    const start = byteOrderMark.every((byte, index) => bytes[index] === byte) ? byteOrderMark.length : 0;
    const isDeclared = declaration.every((byte, index) => bytes[start + index] === byte);
    return isDeclared ? [] : [{ found: 'The document has no XML declaration', place: { path, line: 1 } }];
  });
}

function linksToBody({ documents, ncxes }: DeviceFacts): readonly DeviceFinding[] {
  const ofNcx = ncxes.flatMap(({ path, points }) =>
    points.map(({ source, line }) => ({ path, url: source ?? '', line })),
  );
  const ofPages = [...documents.values()].flatMap(({ path, references }) =>
    references.filter(({ kind }) => kind === 'link').map(({ url, line }) => ({ path, url, line })),
  );
  return [...ofNcx, ...ofPages].flatMap(({ path, url, line }) => {
    const target = resolveReference(path, url);
    if (target.kind !== 'inside' || target.fragment === null) return [];
    if (documents.get(target.path)?.bodyId !== target.fragment) return [];
    return [{ found: `The link leads to the body of ${target.path}`, place: { path, line } }];
  });
}

/** A document of the spine that holds the cover picture and no text. */
function coverPages({ cover: picture, documents, linearPaths }: DeviceFacts): readonly DeviceFinding[] {
  if (picture === null) return [];
  return linearPaths.flatMap(path => {
    const document = documents.get(path);
    if (document?.textLength !== 0) return [];
    const showsCover = document.references.some(({ url }) => {
      const target = resolveReference(path, url);
      return target.kind === 'inside' && target.path === picture.path;
    });
    return showsCover ? [{ found: 'A page holds nothing but the cover', place: { path } }] : [];
  });
}
