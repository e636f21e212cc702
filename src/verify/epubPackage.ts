import type { XmlElement } from '../xml/parseXml.ts';
import { resolveReference } from '../archive/resolveReference.ts';
import type { ReadXml } from './xmlReader.ts';

/** A package document as it stands, before anything is asked of it. */
export interface EpubPackage {
  readonly path: string;
  /** `2.0`, `3.0`; empty when it does not say. */
  readonly version: string;
  readonly uniqueIdentifier: string | undefined;
  readonly metadata: readonly MetadataEntry[];
  readonly items: readonly ManifestItem[];
  readonly spine: readonly string[];
  /** The id that the spine's `toc` names. */
  readonly ncxId: string | undefined;
  readonly guide: readonly string[];
}

interface MetadataEntry {
  /** `dc:title`, `dc:language` …; a `meta` goes by its `property` or its `name`. */
  readonly name: string;
  readonly id: string | undefined;
  /** The text, or the `content` of an old `meta`. */
  readonly value: string;
}

export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  readonly properties: ReadonlySet<string>;
  /** Where it is in the archive; `null` for a remote one and one that leads out of the archive. */
  readonly path: string | null;
}

const dublinCoreNamespace = 'http://purl.org/dc/elements/1.1/';

/** Reads the package document; what is there of it when it is not well-formed. */
export function readPackage(path: string, readXml: ReadXml): EpubPackage {
  const metadata: MetadataEntry[] = [];
  const items: ManifestItem[] = [];
  const spine: string[] = [];
  const guide: string[] = [];
  let version = '';
  let uniqueIdentifier: string | undefined;
  let ncxId: string | undefined;
  let isInMetadata = false;
  let open: { name: string; id: string | undefined; value: string } | null = null;
  readXml(path, {
    onOpen: element => {
      if (isInMetadata) {
        open = { name: metadataName(element), id: element.attribute('id'), value: element.attribute('content') ?? '' };
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
          items.push(manifestItem(path, name => element.attribute(name)));
          break;
        case 'spine':
          ncxId = element.attribute('toc');
          break;
        case 'itemref':
          spine.push(element.attribute('idref') ?? '');
          break;
        case 'reference':
          guide.push(element.attribute('href') ?? '');
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

function metadataName(element: XmlElement): string {
  if (element.name === 'meta') return element.attribute('property') ?? element.attribute('name') ?? '';
  return element.namespace === dublinCoreNamespace ? `dc:${element.name}` : element.name;
}

function manifestItem(packagePath: string, attribute: (name: string) => string | undefined): ManifestItem {
  const href = attribute('href') ?? '';
  const target = href === '' ? null : resolveReference(packagePath, href);
  return {
    id: attribute('id') ?? '',
    href,
    mediaType: attribute('media-type') ?? '',
    properties: new Set((attribute('properties') ?? '').split(/\s+/)),
    path: target?.kind === 'inside' ? target.path : null,
  };
}
