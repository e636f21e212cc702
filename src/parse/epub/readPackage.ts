import { resolveReference } from '../../archive/resolveReference.ts';
import type { XmlElement } from '../../xml/parseXml.ts';
import type { EpubFile } from './openEpub.ts';

/** What a package document says of its book, as it stands there. */
export interface PackageDocument {
  readonly path: string;
  readonly metadata: readonly PackageFact[];
  /** The documents in reading order, each once. */
  readonly spine: readonly SpineItem[];
  /** Of the spine's references, those that lead to nothing in the manifest. */
  readonly unknownIds: readonly string[];
  readonly navigationPath: string | null;
  readonly ncxPath: string | null;
  /** The picture on the front of the book, as EPUB 3 names it, or `<meta name="cover" content="ID"/>` did before. */
  readonly coverImagePath: string | null;
  /** What the guide of EPUB 2 says that documents are: path to `title-page`, `toc`, `text`. */
  readonly guide: ReadonlyMap<string, string>;
}

/** One statement of the metadata: `dc:creator`, or a `meta` by its `property` or `name`. */
export interface PackageFact {
  readonly name: string;
  readonly value: string;
  readonly id: string | null;
  /** The id of the statement that this one says more about. */
  readonly refines: string | null;
  /** The attributes of EPUB 2: `opf:role`, `opf:file-as`, `opf:event`. */
  readonly role: string | null;
  readonly fileAs: string | null;
  readonly event: string | null;
  /** 1-based. */
  readonly line: number;
}

export interface SpineItem {
  readonly path: string;
  readonly isLinear: boolean;
}

interface ManifestItem {
  readonly path: string;
  readonly mediaType: string;
  readonly properties: readonly string[];
}

const dublinCore = 'http://purl.org/dc/elements/1.1/';
const packageNamespace = 'http://www.idpf.org/2007/opf';

/** Reads a package document, or what can be had of one that is broken. */
export function readPackage(epub: EpubFile, path: string): PackageDocument {
  const draft = new PackageDraft(path);
  let open: { name: string; element: XmlElement; value: string } | null = null;
  epub.readXml(path, {
    onOpen: element => {
      const name = factName(element);
      if (name === null) draft.addStructure(element);
      else open = { name, element, value: element.attribute('content') ?? '' };
    },
    onText: text => {
      if (open !== null) open.value += text;
    },
    onClose: () => {
      if (open !== null) draft.addFact(open.name, open.element, open.value);
      open = null;
    },
  });
  return draft.finish();
}

/** What an element states of the book; `null` for one that does not. */
function factName(element: XmlElement): string | null {
  if (element.name === 'meta') return element.attribute('property') ?? element.attribute('name') ?? null;
  // Broken files leave the namespace of `dc:` out.
  const isDublinCore = element.namespace === dublinCore || /^(?:title|creator|contributor|language|date|publisher|source|rights|description|subject|identifier)$/.test(element.name); // prettier-ignore
  return isDublinCore ? `dc:${element.name}` : null;
}

class PackageDraft {
  readonly #path: string;
  readonly #metadata: PackageFact[] = [];
  readonly #items = new Map<string, ManifestItem>();
  readonly #references: { readonly id: string; readonly isLinear: boolean }[] = [];
  readonly #guide = new Map<string, string>();
  #ncxId: string | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  addFact(name: string, element: XmlElement, value: string): void {
    const own = (attribute: string) =>
      element.attributeOf(packageNamespace, attribute) ?? element.attribute(`opf:${attribute}`) ?? null;
    this.#metadata.push({
      name,
      value: value.replace(/\s+/g, ' ').trim(),
      id: element.attribute('id') ?? null,
      refines: element.attribute('refines')?.replace(/^#/, '') ?? null,
      role: own('role'),
      fileAs: own('file-as'),
      event: own('event'),
      line: element.line,
    });
  }

  addStructure(element: XmlElement): void {
    switch (element.name) {
      case 'item':
        this.#addItem(element);
        break;
      case 'spine':
        this.#ncxId = element.attribute('toc') ?? null;
        break;
      case 'itemref':
        this.#references.push({
          id: element.attribute('idref') ?? '',
          isLinear: element.attribute('linear') !== 'no',
        });
        break;
      case 'reference': {
        const path = this.#resolve(element.attribute('href') ?? '');
        if (path !== null && !this.#guide.has(path)) this.#guide.set(path, element.attribute('type') ?? '');
        break;
      }
    }
  }

  #addItem(element: XmlElement): void {
    const path = this.#resolve(element.attribute('href') ?? '');
    const id = element.attribute('id') ?? '';
    if (path === null || this.#items.has(id)) return;
    const properties = (element.attribute('properties') ?? '').split(/\s+/);
    this.#items.set(id, { path, mediaType: element.attribute('media-type') ?? '', properties });
  }

  /** Where a reference leads inside the book; `null` out of it, and for none. */
  #resolve(reference: string): string | null {
    const target = reference === '' ? null : resolveReference(this.#path, reference);
    return target?.kind === 'inside' ? target.path : null;
  }

  finish(): PackageDocument {
    const spine = new Map<string, SpineItem>();
    const unknownIds: string[] = [];
    for (const { id, isLinear } of this.#references) {
      const item = this.#items.get(id);
      if (item === undefined) unknownIds.push(id);
      else if (!spine.has(item.path)) spine.set(item.path, { path: item.path, isLinear });
    }
    const items = [...this.#items.values()];
    const ncx = this.#items.get(this.#ncxId ?? '') ?? items.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml'); // prettier-ignore
    const coverId = this.#metadata.find(({ name }) => name === 'cover')?.value ?? '';
    return {
      path: this.#path,
      metadata: this.#metadata,
      spine: [...spine.values()],
      unknownIds,
      navigationPath: items.find(({ properties }) => properties.includes('nav'))?.path ?? null,
      ncxPath: ncx?.path ?? null,
      coverImagePath: (items.find(({ properties }) => properties.includes('cover-image')) ?? this.#items.get(coverId))?.path ?? null, // prettier-ignore
      guide: this.#guide,
    };
  }
}
