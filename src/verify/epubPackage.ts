import type { XmlElement } from '../xml/parseXml.ts';
import { resolveReference } from '../archive/resolveReference.ts';
import type { ReadXml } from './xmlReader.ts';

/** A package document as it stands, before anything is asked of it. Lines are 1-based. */
export interface EpubPackage {
  readonly path: string;
  /** `2.0`, `3.0`; empty when it does not say. */
  readonly version: string;
  readonly uniqueIdentifier: string | undefined;
  readonly metadata: readonly MetadataEntry[];
  readonly items: readonly ManifestItem[];
  readonly spine: readonly SpineItem[];
  /** The id that the spine's `toc` names. */
  readonly ncxId: string | undefined;
  readonly guide: readonly GuideReference[];
}

interface MetadataEntry {
  /** `dc:title`, `dc:language` …; a `meta` goes by its `property` or its `name`. */
  readonly name: string;
  readonly id: string | undefined;
  /** The text, or the `content` of an old `meta`. */
  readonly value: string;
  readonly line: number;
}

export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties: ReadonlySet<string>;
  readonly hasFallback: boolean;
  /** Where it is in the archive; `null` for a remote one and one that leads out of the archive. */
  readonly path: string | null;
  readonly line: number;
}

export interface SpineItem {
  readonly idref: string;
  readonly isLinear: boolean;
  readonly line: number;
}

interface GuideReference {
  readonly type: string;
  readonly href: string;
  readonly line: number;
}

const dublinCoreNamespace = 'http://purl.org/dc/elements/1.1/';

/** Reads the package document; what is there of it when it is not well-formed. */
export function readPackage(path: string, readXml: ReadXml): EpubPackage {
  const metadata: MetadataEntry[] = [];
  const items: ManifestItem[] = [];
  const spine: SpineItem[] = [];
  const guide: GuideReference[] = [];
  let version = '';
  let uniqueIdentifier: string | undefined;
  let ncxId: string | undefined;
  let isInMetadata = false;
  let open: { name: string; id: string | undefined; value: string; line: number } | null = null;
  readXml(path, {
    onOpen: element => {
      if (isInMetadata) {
        open = openMetadata(element);
        return;
      }
      switch (element.name) {
        case 'package':
          version = element.attribute('version') ?? '';
          uniqueIdentifier = element.attribute('unique-identifier');
          break;
        case 'metadata':
          isInMetadata = true;
          break;
        case 'item':
          items.push(manifestItem(path, element));
          break;
        case 'spine':
          ncxId = element.attribute('toc');
          break;
        case 'itemref':
          spine.push(spineItem(element));
          break;
        case 'reference':
          guide.push(guideReference(element));
          break;
      }
    },
    onText: text => {
      if (open !== null) open.value += text;
    },
    onClose: name => {
      if (open !== null) metadata.push({ ...open, value: open.value.trim() });
      open = null;
      if (name === 'metadata') isInMetadata = false;
    },
  });
  return { path, version, uniqueIdentifier, metadata, items, spine, ncxId, guide };
}

/** The item that is the book's cover picture: by `properties="cover-image"`, or by the `meta` of EPUB 2. */
export function coverItemOf(book: EpubPackage): ManifestItem | undefined {
  const oldCoverId = book.metadata.find(entry => entry.name === 'cover')?.value;
  const isCover = (item: ManifestItem) => item.properties.has('cover-image') || item.id === oldCoverId;
  return book.items.find(item => isCover(item));
}

function openMetadata(element: XmlElement): { name: string; id: string | undefined; value: string; line: number } {
  return {
    name: metadataName(element),
    id: element.attribute('id'),
    value: element.attribute('content') ?? '',
    line: element.line,
  };
}

function metadataName(element: XmlElement): string {
  if (element.name === 'meta') return element.attribute('property') ?? element.attribute('name') ?? '';
  return element.namespace === dublinCoreNamespace ? `dc:${element.name}` : element.name;
}

function manifestItem(packagePath: string, element: XmlElement): ManifestItem {
  const href = element.attribute('href') ?? '';
  const target = href === '' ? null : resolveReference(packagePath, href);
  return {
    id: element.attribute('id') ?? '',
    href,
    mediaType: element.attribute('media-type') ?? '',
    properties: new Set((element.attribute('properties') ?? '').split(/\s+/)),
    hasFallback: element.attribute('fallback') !== undefined,
    path: target?.kind === 'inside' ? target.path : null,
    line: element.line,
  };
}

function spineItem(element: XmlElement): SpineItem {
  return {
    idref: element.attribute('idref') ?? '',
    isLinear: element.attribute('linear') !== 'no',
    line: element.line,
  };
}

function guideReference(element: XmlElement): GuideReference {
  return { type: element.attribute('type') ?? '', href: element.attribute('href') ?? '', line: element.line };
}
