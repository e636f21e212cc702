import PDFDocument from 'pdfkit';
import type { FontFace } from '../fonts/fontFace.ts';
import type { Folio } from '../typeset/pageList.ts';
import { deflate } from './deflate.ts';
import { type PdfFont, isRecord, openPdfkitFont, pdfkitChanged } from './pdfkitFont.ts';
import type { PdfProfile } from './pdfProfile.ts';
import type { PrinterSetting } from './printerSetting.ts';
import { type DocumentFacts, programName, xmpDescriptions } from './xmpPacket.ts';

/**
 * pdfkit as a writer of objects: numbers and places of objects, embedded fonts, outline, names, facts. Pages and structure,
 * of which there are many, are written past it as text. It leans on pdfkit's own fields (`_root`, `_write`, `_offsets`),
 * which no other file but `pdfkitFont.ts` may touch; each is checked when it is reached for.
 */
export interface PdfDocument {
  /** Claims the number of an object that is written later. */
  readonly claimNumber: () => number;
  /** Writes an object, one byte a character. */
  readonly writeObject: (number: number, body: string) => void;
  /** Writes a content stream, one byte a character, packed; `entries` are those of its dictionary beyond a page's. */
  readonly writeContent: (number: number, content: string, entries?: string) => void;
  readonly openFont: (face: FontFace) => PdfFont;
  /** Writes a JPEG, or a PNG without alpha, as it is. Returns its reference, `12 0 R`. */
  readonly writePicture: (bytes: Uint8Array) => string;
  /** Claims the next page; it is written as an object with its number. */
  readonly claimPage: () => PdfPage;
  /** The node of the tree that all pages hang from. */
  readonly pageTree: number;
  /** Makes a place on a page known by name, `topPt` in points from the bottom of the page's media box. */
  readonly addDestination: (name: string, page: PdfPage, topPt: number) => void;
  /** The key that stands for a destination's name in the file, `(100012)`. */
  readonly destinationKey: (name: string) => string;
  /** Adds an entry to the outline, below `parent` or at its top level. */
  readonly addOutlineEntry: (title: string, page: PdfPage, parent: PdfOutlineEntry | null) => PdfOutlineEntry;
  /** One folio a page, in order. */
  readonly setPageLabels: (folios: readonly Folio[]) => void;
  /** Names the root of the logical structure: the document is a tagged one. */
  readonly setStructure: (root: number) => void;
  /** The bytes written since the last call. */
  readonly takeBytes: () => Uint8Array;
  /** How many bytes are there to take. */
  readonly waitingBytes: () => number;
  /** Writes what is left: fonts, outline, facts and the table of objects. */
  readonly finish: () => void;
}

export interface PdfPage {
  readonly number: number;
  /** Counts from 0. */
  readonly index: number;
  readonly reference: unknown;
}

export interface PdfOutlineEntry {
  readonly item: OutlineInternals;
}

export interface PdfDocumentOptions {
  readonly facts: DocumentFacts;
  /** BCP 47; `null` when nothing says it. */
  readonly language: string | null;
  /** The standard that the file says it keeps. */
  readonly conformance: PdfProfile['conformance'];
  /** Whether pages are turned from left to right. */
  readonly isRightToLeft?: boolean;
  /** For files that are printed as they are, each page a side of a sheet: what the printer's dialog is to offer. */
  readonly printing?: PrinterSetting;
}

interface OutlineInternals {
  options: { readonly expanded?: boolean };
  readonly outlineData: Record<string, unknown>;
  readonly children: readonly unknown[];
  readonly addItem: (
    title: string,
    options: { readonly pageNumber: number; readonly fit: boolean },
  ) => OutlineInternals;
}

interface ReferenceInternals {
  readonly id: number;
  readonly data: Record<string, unknown>;
}

interface DocumentInternals {
  readonly _root: { readonly data: Record<string, unknown> };
  readonly _offsets: (number | null)[];
  _offset: number;
  _waiting: number;
  _write: (data: Uint8Array | string) => void;
  _addInfo: () => void;
  readonly appendXML: (xml: string) => void;
  readonly outline: OutlineInternals;
  readonly ref: (data: Record<string, unknown>) => ReferenceInternals;
  readonly read: () => Uint8Array | null;
  readonly openImage: (bytes: Uint8Array) => { readonly obj: unknown; readonly embed: (doc: unknown) => void };
}

export function createPdfDocument(options: PdfDocumentOptions): PdfDocument {
  const { facts, isRightToLeft = false, printing } = options;
  const doc = openDocument(options);
  const internals = documentInternals(doc);
  // pdfkit would write the title into XML as it is; a "&" in it makes the packet unreadable.
  internals._addInfo = () => {
    internals.appendXML(xmpDescriptions(facts));
  };
  const preferences = referenceIn(internals._root.data, 'ViewerPreferences').data;
  if (isRightToLeft) preferences.Direction = 'R2L';
  // A sheet that is made smaller to fit the printer's margins is folded beside its pages.
  if (printing !== undefined) Object.assign(preferences, { PrintScaling: 'None', Duplex: printing });
  const written = collectBytes(internals);
  const pageTree = referenceIn(internals._root.data, 'Pages');
  const kids = pageTree.data.Kids;
  const names = referenceIn(internals._root.data, 'Names').data.Dests;
  if (!Array.isArray(kids) || !isNameTree(names)) throw pdfkitChanged();
  const { keyOf } = createKeys();

  function startObject(number: number): void {
    internals._offsets[number - 1] = internals._offset;
    internals._waiting--;
  }

  return {
    claimNumber: () => {
      internals._waiting++;
      return internals._offsets.push(null);
    },
    writeObject: (number, body) => {
      startObject(number);
      internals._write(`${number} 0 obj\n${body}\nendobj`);
    },
    writeContent: (number, content, entries = '') => {
      const packed = deflate(Buffer.from(content, 'latin1'));
      startObject(number);
      internals._write(`${number} 0 obj\n<<${entries}/Length ${packed.length}/Filter/FlateDecode>>\nstream`);
      internals._write(packed);
      internals._write('\nendstream\nendobj');
    },
    openFont: face => openPdfkitFont(doc, face),
    writePicture: bytes => {
      const image = internals.openImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      image.embed(doc);
      return String(image.obj);
    },
    claimPage: () => {
      // pdfkit's outline asks for the box of the page that an entry leads to.
      const reference = internals.ref({ MediaBox: [0, 0, 0, 0] });
      const index = kids.push(reference) - 1;
      pageTree.data.Count = kids.length;
      return { number: reference.id, index, reference };
    },
    pageTree: pageTree.id,
    addDestination: (name, page, topPt) => {
      names.add(keyOf(name), [page.reference, 'XYZ', null, topPt, null]);
    },
    destinationKey: name => `(${keyOf(name)})`,
    addOutlineEntry: (title, page, parent) => {
      const above = parent?.item ?? internals.outline;
      const item = above.addItem(title, { pageNumber: page.index, fit: true });
      // A negative count: the entries below are there, but folded.
      if (parent !== null) above.outlineData.Count = -above.children.length;
      else internals.outline.options = { expanded: true };
      return { item };
    },
    setPageLabels: folios => {
      internals._root.data.PageLabels = { Nums: pageLabelRanges(folios) };
    },
    setStructure: root => {
      // pdfkit ends both when it ends.
      internals._root.data.MarkInfo = internals.ref({ Marked: true });
      internals._root.data.StructTreeRoot = new WrittenObject(root);
    },
    takeBytes: written.take,
    waitingBytes: written.waiting,
    finish: () => {
      doc.end();
    },
  };
}

function openDocument({ facts, language, conformance }: PdfDocumentOptions): PDFKit.PDFDocument {
  const modified = new Date(facts.modified);
  return new PDFDocument({
    autoFirstPage: false,
    font: '',
    // PDF/A-1 is PDF 1.4 (ISO 19005-1, 5); what is later in a file is skipped by who does not know it.
    ...(conformance === null ? { pdfVersion: '1.7' } : { pdfVersion: '1.4', subset: conformance }),
    displayTitle: true,
    fontLayoutCache: false,
    ...(language === null ? {} : { lang: language }),
    info: {
      Title: facts.title,
      // In PDF/A both places must say the same, and only one of them can name several (TechNote 0003 of the PDF Association).
      ...(facts.authors.length === 0 || (conformance !== null && facts.authors.length > 1)
        ? {}
        : { Author: facts.authors.join(', ') }),
      ...(facts.description === null ? {} : { Subject: facts.description }),
      Creator: programName,
      Producer: programName,
      CreationDate: modified,
      ModDate: modified,
    },
  });
}

/** Takes what pdfkit writes before it goes into a stream of Node's: text is gathered and turned into bytes at once. */
function collectBytes(doc: DocumentInternals): { readonly take: () => Uint8Array; readonly waiting: () => number } {
  const header = doc.read();
  if (header === null) throw pdfkitChanged();
  let chunks: Uint8Array[] = [header];
  let text = '';
  let waiting = header.length;
  const closeText = (): void => {
    if (text !== '') chunks.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  doc._write = data => {
    const length = typeof data === 'string' ? data.length + 1 : data.length;
    if (typeof data === 'string') {
      text += `${data}\n`;
    } else {
      closeText();
      chunks.push(data);
    }
    doc._offset += length;
    waiting += length;
  };
  return {
    take: () => {
      closeText();
      const taken = Buffer.concat(chunks);
      chunks = [];
      waiting = 0;
      return taken;
    },
    waiting: () => waiting,
  };
}

/** An object that was written past pdfkit: it shows what says of itself that it is no plain object as its text. */
class WrittenObject {
  readonly [Symbol.toStringTag] = 'Reference';
  readonly #number: number;
  constructor(number: number) {
    this.#number = number;
  }
  toString(): string {
    return `${this.#number} 0 R`;
  }
  end(): void {
    // There is nothing left to write.
  }
}

/**
 * Short keys for destinations. The name tree must be sorted by bytes (ISO 32000-1, 7.9.6), and pdfkit sorts by locale: names
 * of one length, all digits, come out the same either way.
 */
function createKeys(): { readonly keyOf: (name: string) => string } {
  const keys = new Map<string, string>();
  return {
    keyOf: name => {
      const key = keys.get(name) ?? String(100_000 + keys.size);
      keys.set(name, key);
      return key;
    },
  };
}

/** A range starts wherever a folio does not follow from the one before (ISO 32000-1, 12.4.2). */
function pageLabelRanges(folios: readonly Folio[]): unknown[] {
  return folios.flatMap((folio, index) => {
    const before = folios[index - 1];
    const follows = before?.style === folio.style && before.number + 1 === folio.number;
    return follows ? [] : [index, { S: folio.style === 'roman' ? 'r' : 'D', St: folio.number }];
  });
}

interface NameTree {
  readonly add: (name: string, destination: readonly unknown[]) => void;
}

function isNameTree(value: unknown): value is NameTree {
  return isRecord(value) && typeof value.add === 'function';
}

function referenceIn(data: Record<string, unknown>, key: string): ReferenceInternals {
  const reference = data[key];
  if (!isRecord(reference) || typeof reference.id !== 'number' || !isRecord(reference.data)) throw pdfkitChanged();
  return reference as unknown as ReferenceInternals;
}

function documentInternals(doc: unknown): DocumentInternals {
  if (!isRecord(doc) || !isRecord(doc._root) || !isRecord(doc._root.data) || !isRecord(doc.outline))
    throw pdfkitChanged();
  if (!Array.isArray(doc._offsets) || typeof doc._offset !== 'number' || typeof doc._waiting !== 'number')
    throw pdfkitChanged();
  for (const name of ['_write', '_addInfo', 'appendXML', 'ref', 'read', 'openImage'])
    if (typeof doc[name] !== 'function') throw pdfkitChanged();
  return doc as unknown as DocumentInternals;
}
