import type { EpubCode, Severity } from '../diagnostics/diagnostic.ts';

export interface EpubRule {
  readonly severity: Severity;
  /** What to do about it, for the person who made the file. */
  readonly hint: string;
}

const error = (hint: string): EpubRule => ({ severity: 'error', hint });
const warning = (hint: string): EpubRule => ({ severity: 'warning', hint });

const getAnew = 'Get the file anew, or build it again.';

/** Every defect that an EPUB is checked for. An error keeps some reader from opening the book or a part of it. */
export const epubRules: Readonly<Record<EpubCode, EpubRule>> = {
  'epub/not-a-zip': error(getAnew),
  'epub/damaged-archive': error(getAnew),
  'epub/unsupported-archive': error('Pack the book as a plain zip, without encryption or ZIP64.'),
  'epub/too-large': error('Do not open the file unless you trust where it comes from.'),
  'epub/unsafe-path': error('Name files by relative paths with forward slashes and without "..".'),
  'epub/duplicate-entry': error('Keep one of the two files.'),
  'epub/mimetype-missing': error('Add a file named mimetype that says application/epub+zip.'),
  'epub/mimetype-not-first': error('Pack mimetype before all other files.'),
  'epub/mimetype-compressed': error('Store mimetype without compression.'),
  'epub/mimetype-extra-field': error('Pack mimetype without extra fields (zip -X).'),
  'epub/mimetype-wrong': error('Let mimetype say application/epub+zip and nothing else.'),
  'epub/container-missing': error('Add META-INF/container.xml, which names the package document.'),
  'epub/container-without-package': error('Name the package document in a rootfile of META-INF/container.xml.'),
  'epub/package-missing': error('Add the package document, or correct its path in META-INF/container.xml.'),
  'epub/several-packages': warning('Keep one rendition; most readers show the first alone.'),
  'epub/encrypted-content': warning('Check the book before it is encrypted; what is encrypted cannot be checked.'),
  'epub/malformed-xml': error('Correct the markup: a reader may refuse the page from there on.'),
  'epub/invalid-encoding': error('Save the file as UTF-8.'),
  'epub/metadata-missing': error('Add the element to the metadata of the package document.'),
  'epub/unique-identifier-unresolved': error('Give the dc:identifier the id that unique-identifier names.'),
  'epub/language-invalid': error('Use a BCP 47 tag such as en or pt-BR.'),
  'epub/manifest-item-incomplete': error('Give every manifest item an id, an href and a media-type.'),
  'epub/manifest-id-repeated': error('Give every manifest item an id of its own.'),
  'epub/manifest-file-repeated': error('Declare every file once.'),
  'epub/manifest-file-missing': error('Add the file, or take it out of the manifest.'),
  'epub/undeclared-file': warning('Declare the file in the manifest, or leave it out of the book.'),
  'epub/media-type-wrong': error('Declare the media type that the file has.'),
  'epub/spine-empty': error('List the documents in reading order in the spine.'),
  'epub/spine-item-unknown': error('Let every itemref name the id of a manifest item.'),
  'epub/spine-item-repeated': error('List every document once in the spine.'),
  'epub/nav-missing': error('Declare one navigation document by properties="nav" in the manifest.'),
  'epub/nav-without-contents': error('Add a nav with epub:type="toc" and at least one link.'),
  'epub/ncx-missing': error('Add an NCX and name its id in the toc attribute of the spine.'),
  'epub/ncx-play-order': warning('Number the navigation points from 1 in reading order.'),
  'epub/ncx-identifier': warning('Let dtb:uid say what the unique identifier of the package says.'),
  'epub/cover-missing': warning(
    'Declare a picture by properties="cover-image", so that libraries have something to show.',
  ),
  'epub/duplicate-id': error('Give every element an id of its own.'),
  'epub/broken-link': error('Correct the link, or take it out.'),
  'epub/broken-fragment': error('Correct the part after "#", or give its target that id.'),
  'epub/missing-resource': error('Add the file, or correct the reference to it.'),
  'epub/remote-resource': error('Put the file into the book: readers do not fetch it.'),
  'epub/image-without-source': error('Give the picture a src, or take it out: Kindle refuses the book.'),
  'epub/image-without-alt': warning('Describe the picture in alt, or set alt="" if it is an ornament.'),
  'epub/language-undeclared': warning(
    'Set xml:lang and lang on the html element, so that the text is read out rightly.',
  ),
  'epub/overlapping-entries': error('Do not open the file unless you trust where it comes from.'),
  'epub/external-entity': error('Take the declaration out, and write what the entity stands for.'),
  'epub/entities-declared': warning('Write what the entities stand for: some readers do not expand them.'),
  'epub/script': warning('Take the script out, or be sure that the book reads well without it: most readers run none.'),
  'epub/block-in-paragraph': error('Close the paragraph before it, or use an element that stands in a line.'),
  'epub/text-in-list': error('Put it into an li.'),
  'epub/invalid-id': error('Use an id without spaces.'),
  'epub/unknown-role': error('Use a role of WAI-ARIA or DPUB-ARIA, or leave the attribute out.'),
  'epub/title-missing': warning('Add a title to the head.'),
  'epub/title-empty': error('Say in the title what the document is.'),
  'epub/heading-skipped': warning('Use the next lower level, so that the outline can be followed by ear.'),
  'epub/link-outside-spine': error('Add the document to the spine, with linear="no" if it is not read in order.'),
  'epub/spine-item-not-readable': error('List XHTML or SVG in the spine, or give the item a fallback.'),
  'epub/nav-order': warning('Let the contents follow the order of the spine.'),
  'epub/ncx-play-order-repeated': error('Give each place a playOrder of its own.'),
  'epub/property-undeclared': error('Add the property to the item in the manifest.'),
};
