import { inflateSync } from 'node:zlib';

/** A reader of the PDF files that this program writes, just enough to see what is in them. */
export interface PdfFile {
  /** The source of each object by its number, streams left out. */
  readonly objects: ReadonlyMap<number, string>;
  /** The decoded streams by their numbers. */
  readonly streams: ReadonlyMap<number, string>;
  readonly catalog: string;
  /** The numbers of the pages, in order. */
  readonly pages: readonly number[];
  /** What stands in marked content on each page, in order. */
  readonly pageMarks: readonly (readonly PdfMark[])[];
  /** The decoded content stream of each page, in order. */
  readonly pageContents: readonly string[];
  /** The text of each page as a reader would copy it, artifacts left out; a line break between two lines. */
  readonly pageTexts: readonly string[];
  readonly trailer: string;
}

/** Marked content of a page; spans inside of it are part of it. What is not marked has no tag. */
export interface PdfMark {
  readonly tag: string;
  /** As the stream has it, the tag included. */
  readonly properties: string;
  readonly mcid: number | null;
  text: string;
}

export function readPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  for (const match of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match;
    const at = body.indexOf('\nstream\n');
    // A stream may hold what looks like an object: those that came before count.
    if (!objects.has(Number(number))) objects.set(Number(number), at < 0 ? body : body.slice(0, at));
    if (at < 0) continue;
    const data = Buffer.from(body.slice(at + '\nstream\n'.length, body.lastIndexOf('\nendstream')), 'latin1');
    const isPacked = body.slice(0, at).includes('/FlateDecode');
    streams.set(Number(number), (isPacked ? inflateSync(data) : data).toString('latin1'));
  }
  const object = (number: number): string => objects.get(number) ?? '';
  const reference = (body: string, key: string): number =>
    Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? 0);
  const catalog = [...objects.values()].find(body => body.includes('/Type /Catalog')) ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(object(reference(catalog, 'Pages')))?.[1] ?? '';
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(match => Number(match[1]));
  const textMaps = new Map<number, ReadonlyMap<string, string>>();
  const textMapOf = (font: number): ReadonlyMap<string, string> => {
    const map = textMaps.get(font) ?? readTextMap(streams.get(reference(object(font), 'ToUnicode')) ?? '');
    textMaps.set(font, map);
    return map;
  };
  const pageContents = pages.map(page => streams.get(reference(object(page), 'Contents')) ?? '');
  const pageMarks = pages.map((page, index) => {
    const resources = object(reference(object(page), 'Resources'));
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(match => [match[1] ?? '', Number(match[2])]),
    );
    return readMarks(pageContents[index] ?? '', name => textMapOf(fonts.get(name) ?? 0));
  });
  const pageTexts = pageMarks.map(marks =>
    marks
      .filter(mark => mark.tag !== 'Artifact')
      .map(mark => mark.text)
      .join(''),
  );
  const trailer = source.slice(source.lastIndexOf('trailer'));
  return { objects, streams, catalog, pages, pageContents, pageMarks, pageTexts, trailer };
}

/** The codes of a font and what they stand for. */
function readTextMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, start = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*)\]/g)) {
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, units = ''], index) => {
      const text = units
        .split(' ')
        .map(unit => (unit === '' ? '' : String.fromCharCode(parseInt(unit, 16))))
        .join('');
      map.set((parseInt(start, 16) + index).toString(16).padStart(4, '0'), text);
    });
  }
  return map;
}

/** Goes through a content stream: what it shows, in which mark, and where its lines end. */
function readMarks(content: string, mapOf: (font: string) => ReadonlyMap<string, string>): PdfMark[] {
  const marks: PdfMark[] = [];
  const open: (PdfMark | null)[] = [];
  const unmarked = (): PdfMark => {
    const last = marks.at(-1);
    if (last?.tag === '') return last;
    const mark = { tag: '', properties: '', mcid: null, text: '' };
    marks.push(mark);
    return mark;
  };
  let font = '';
  let y = 0;
  let shownAt: number | null = null;
  for (const match of content.matchAll(tokens)) {
    const { begin, tag = '', mcid, name, dy, bytes, operator } = match.groups ?? {};
    if (begin !== undefined) {
      const isMark = tag !== 'Span' || mcid !== undefined;
      const mark = { tag, properties: begin, mcid: mcid === undefined ? null : Number(mcid), text: '' };
      if (isMark) marks.push(mark);
      open.push(isMark ? mark : (open.at(-1) ?? null));
    } else if (operator === 'EMC') open.pop();
    else if (operator === 'BT') y = 0;
    else if (name !== undefined) font = name;
    else if (dy !== undefined) y += Number(dy);
    else if (bytes !== undefined) {
      const mark = open.at(-1) ?? unmarked();
      const isNewLine = shownAt !== null && Math.abs(shownAt - y) > 0.001 && mark.tag !== 'Artifact';
      if (mark.tag !== 'Artifact') shownAt = y;
      if (isNewLine) mark.text += '\n';
      for (const code of unescape(bytes).match(/[\s\S]{2}/g) ?? []) mark.text += mapOf(font).get(hex(code)) ?? '\ufffd';
    }
  }
  if (open.length > 0) throw new Error('a mark is not closed');
  return marks;
}

/** Marked content that begins, the operators that matter, and strings, which may hold anything. */
const tokens =
  /(?<begin>\/(?<tag>\w+)<<(?:\/MCID (?<mcid>\d+)|(?:\((?:\\[\s\S]|[^\\)])*\)|<<[^>]*>>|[^>()])*)>>BDC)|\/(?<name>F\d+) [\d.]+ Tf|[-\d.]+ (?<dy>[-\d.]+) Td|\((?<bytes>(?:\\[\s\S]|[^\\)])*)\)|(?<operator>\b(?:EMC|BT)\b)/g;

function unescape(bytes: string): string {
  return bytes.replace(/\\([\s\S])/g, (_, character: string) => (character === 'r' ? '\r' : character));
}

function hex(code: string): string {
  return Buffer.from(code, 'latin1').toString('hex');
}
