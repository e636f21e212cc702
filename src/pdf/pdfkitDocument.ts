import PDFDocument from 'pdfkit';
import type { FontFace } from '../fonts/fontFace.ts';
import type { Folio, StructureRole } from '../typeset/pageList.ts';
import { type DocumentFacts, programName, xmpDescriptions } from './xmpPacket.ts';

/**
 * pdfkit as a writer of objects: pages, embedded fonts, structure, outline, links. It leans on pdfkit's own fields
 * (`_font`, `_root`, `_addInfo`), which no other file may touch; each is checked when it is reached for. Lengths are in
 * points, vertical positions from the top of the page.
 */
export interface PdfDocument {
  readonly openFont: (face: FontFace) => PdfFont;
  readonly addPage: (widthPt: number, heightPt: number) => void;
  /** Makes a font known to the current page. */
  readonly useFont: (font: PdfFont) => void;
  /** Appends operators to the current page's content stream. */
  readonly addContent: (operators: string) => void;
  readonly addElement: (role: StructureRole, parent: PdfElement | null, language: string | null) => PdfElement;
  /** Appends operators that show a part of an element. */
  readonly addElementContent: (element: PdfElement, operators: string) => void;
  /** Writes out an element to which nothing will be added. */
  readonly endElement: (element: PdfElement) => void;
  readonly addDestination: (name: string, topPt: number) => void;
  readonly addLink: (area: LinkArea, target: { readonly url: string } | { readonly destination: string }) => void;
  /** Adds an entry to the outline, below `parent` or at its top level; call it when all pages are there. */
  readonly addOutlineEntry: (title: string, page: number, parent: PdfOutlineEntry | null) => PdfOutlineEntry;
  /** One folio a page, in order. */
  readonly setPageLabels: (folios: readonly Folio[]) => void;
  /** Ends the document and returns its bytes. */
  readonly finish: () => Promise<Uint8Array>;
}

export interface PdfFont {
  /** The font's name in content streams, `F1`. */
  readonly name: string;
  /** The code that shows a glyph and stands for a text; the same glyph has a code for each text it stands for. */
  readonly codeOf: (glyphId: number, text: string) => number;
  /** The advance a viewer gives to a code, in thousandths of an em. */
  readonly widthOf: (code: number) => number;
  readonly reference: unknown;
}

export interface PdfElement {
  readonly role: StructureRole;
  readonly element: PDFKit.PDFStructureElement;
}

export interface PdfOutlineEntry {
  readonly item: OutlineInternals;
}

export interface LinkArea {
  readonly leftPt: number;
  readonly topPt: number;
  readonly widthPt: number;
  readonly heightPt: number;
}

export interface PdfDocumentOptions {
  readonly facts: DocumentFacts;
  /** BCP 47; `null` when nothing says it. */
  readonly language: string | null;
  /** Whether pages are turned from the left. */
  readonly isRightToLeft?: boolean;
}

interface FontInternals {
  readonly id: string;
  readonly scale: number;
  readonly widths: number[];
  /** The code points each code stands for; must have no gaps. */
  readonly unicode: number[][];
  readonly subset: { readonly glyphs: number[]; readonly includeGlyph: (glyphId: number) => number };
  readonly font: { readonly getGlyph: (glyphId: number) => { readonly advanceWidth: number } };
  readonly ref: () => unknown;
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

interface DocumentInternals {
  readonly _root: { readonly data: Record<string, unknown> };
  _addInfo: () => void;
  readonly appendXML: (xml: string) => void;
  readonly outline: OutlineInternals;
}

interface PageInternals {
  readonly fonts: Record<string, unknown>;
  readonly dictionary: { readonly data: Record<string, unknown> };
}

export function createPdfDocument({ facts, language, isRightToLeft = false }: PdfDocumentOptions): PdfDocument {
  const modified = new Date(facts.modified);
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    fontLayoutCache: false,
    ...(language === null ? {} : { lang: language }),
    info: {
      Title: facts.title,
      ...(facts.authors.length === 0 ? {} : { Author: facts.authors.join(', ') }),
      ...(facts.description === null ? {} : { Subject: facts.description }),
      Creator: programName,
      Producer: programName,
      CreationDate: modified,
      ModDate: modified,
    },
  });
  const internals = documentInternals(doc);
  if (isRightToLeft) viewerPreferences(internals).Direction = 'R2L';
  // pdfkit would write the title into XML as it is; a "&" in it makes the packet unreadable.
  internals._addInfo = () => {
    internals.appendXML(xmpDescriptions(facts));
  };
  const bytes = collectBytes(doc);
  const destinationKeys = createKeys();
  const elements: PDFKit.PDFStructureElement[] = [];

  return {
    openFont: face => openFont(doc, face),
    addPage: (widthPt, heightPt) => {
      doc.addPage({ size: [widthPt, heightPt], margin: 0 });
      pageInternals(doc).dictionary.data.TrimBox = [0, 0, widthPt, heightPt];
    },
    useFont: font => {
      pageInternals(doc).fonts[font.name] = font.reference;
    },
    addContent: operators => {
      doc.addContent(operators);
    },
    addElement: (role, parent, elementLanguage) => {
      const element = doc.struct(role, elementLanguage === null ? {} : { lang: elementLanguage });
      if (parent === null) {
        doc.addStructure(element);
        elements.push(element);
      } else {
        parent.element.add(element);
      }
      return { role, element };
    },
    addElementContent: ({ role, element }, operators) => {
      const content = doc.markStructureContent(role);
      doc.addContent(operators);
      doc.endMarkedContent();
      element.add(content);
    },
    endElement: ({ element }) => {
      element.end();
    },
    addDestination: (name, topPt) => {
      doc.addNamedDestination(destinationKeys.keyOf(name), 'XYZ', null, topPt, null);
    },
    addLink: ({ leftPt, topPt, widthPt, heightPt }, target) => {
      if ('url' in target) doc.link(leftPt, topPt, widthPt, heightPt, target.url);
      else doc.goTo(leftPt, topPt, widthPt, heightPt, destinationKeys.keyOf(target.destination));
    },
    addOutlineEntry: (title, page, parent) => {
      const above = parent?.item ?? internals.outline;
      const item = above.addItem(title, { pageNumber: page, fit: true });
      // A negative count: the entries below are there, but folded.
      if (parent !== null) above.outlineData.Count = -above.children.length;
      else internals.outline.options = { expanded: true };
      return { item };
    },
    setPageLabels: folios => {
      internals._root.data.PageLabels = { Nums: pageLabelRanges(folios) };
    },
    finish: async () => {
      for (const element of elements) element.end();
      doc.end();
      return bytes;
    },
  };
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

/** Readers give up on a code that stands for more: poppler's buffer holds 256 characters of hexadecimal. */
const maxTextOfCode = 40;

/** No code has more than two bytes. */
const maxCodes = 0xffff;

function openFont(doc: PDFKit.PDFDocument, face: FontFace): PdfFont {
  doc.font(face.path);
  const font = fontInternals(doc);
  const codes = new Map<string, number>();

  function addCode(glyphId: number, text: string): number {
    const hasRoom = font.subset.glyphs.length < maxCodes;
    const isNew = glyphId !== 0 && font.subset.includeGlyph(glyphId) === font.unicode.length;
    if (!isNew && !hasRoom) return font.subset.includeGlyph(glyphId);
    // The subset lists a glyph again for every other text it stands for: copied text is then exact.
    const code = isNew ? font.unicode.length : font.subset.glyphs.push(glyphId) - 1;
    font.unicode[code] = Array.from(text, character => character.codePointAt(0) ?? 0).slice(0, maxTextOfCode);
    font.widths[code] = font.font.getGlyph(glyphId).advanceWidth * font.scale;
    return code;
  }

  return {
    name: font.id,
    codeOf: (glyphId, text) => {
      const key = `${glyphId} ${text}`;
      let code = codes.get(key);
      if (code === undefined) {
        code = addCode(glyphId, text);
        codes.set(key, code);
      }
      return code;
    },
    widthOf: code => font.widths[code] ?? 0,
    reference: font.ref(),
  };
}

function collectBytes(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk);
    });
    doc.on('error', reject);
    doc.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
  });
}

function documentInternals(doc: unknown): DocumentInternals {
  if (!isRecord(doc) || !isRecord(doc._root) || !isRecord(doc._root.data) || !isRecord(doc.outline)) throw changed();
  if (typeof doc._addInfo !== 'function' || typeof doc.appendXML !== 'function') throw changed();
  return doc as unknown as DocumentInternals;
}

function viewerPreferences({ _root }: DocumentInternals): Record<string, unknown> {
  const reference = _root.data.ViewerPreferences;
  if (!isRecord(reference) || !isRecord(reference.data)) throw changed();
  return reference.data;
}

function pageInternals(doc: PDFKit.PDFDocument): PageInternals {
  const page: unknown = doc.page;
  if (!isRecord(page) || !isRecord(page.fonts) || !isRecord(page.dictionary)) throw changed();
  return page as unknown as PageInternals;
}

function fontInternals(doc: unknown): FontInternals {
  const font = isRecord(doc) ? doc._font : null;
  if (!isRecord(font) || !isRecord(font.subset) || !isRecord(font.font)) throw changed();
  if (!Array.isArray(font.unicode) || !Array.isArray(font.widths) || !Array.isArray(font.subset.glyphs))
    throw changed();
  return font as unknown as FontInternals;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function changed(): TypeError {
  return new TypeError('pdfkit is not built as this adapter knows it: pin the version it was written for');
}
