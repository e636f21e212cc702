import { inflateSync } from 'node:zlib';

/** A reader of the PDF files that this program writes, just enough to see what is in them. */
export interface PdfFile {
  /** The source of each object by its number, streams left out. */
  readonly objects: ReadonlyMap<number, string>;
  /** The decoded content stream of each page, in order. */
  readonly pageContents: readonly string[];
  /** The text of each page as a reader would copy it, artifacts left out; a line break between two lines. */
  readonly pageTexts: readonly string[];
  readonly trailer: string;
}

export function readPdf(bytes: Uint8Array): PdfFile {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  const streams = new Map<number, string>();
  for (const match of source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', body = ''] = match;
    const at = body.indexOf('\nstream\n');
    objects.set(Number(number), at < 0 ? body : body.slice(0, at));
    if (at < 0) continue;
    const data = Buffer.from(body.slice(at + '\nstream\n'.length, body.lastIndexOf('\nendstream')), 'latin1');
    const isPacked = body.slice(0, at).includes('/FlateDecode');
    streams.set(Number(number), (isPacked ? inflateSync(data) : data).toString('latin1'));
  }
  const object = (number: number): string => objects.get(number) ?? '';
  const reference = (body: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1]);
  const pages = [...objects.values()].filter(body => body.includes('/Type /Page\n'));
  const textMaps = new Map<number, ReadonlyMap<string, string>>();
  const textMapOf = (font: number): ReadonlyMap<string, string> => {
    const map = textMaps.get(font) ?? readTextMap(streams.get(reference(object(font), 'ToUnicode')) ?? '');
    textMaps.set(font, map);
    return map;
  };
  const pageContents = pages.map(page => streams.get(reference(page, 'Contents')) ?? '');
  const pageTexts = pages.map((page, index) => {
    const resources = object(reference(page, 'Resources'));
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(match => [match[1] ?? '', Number(match[2])]),
    );
    const content = (pageContents[index] ?? '').replace(/\/Artifact BMC[\s\S]*?EMC/g, '');
    return readText(content, name => textMapOf(fonts.get(name) ?? 0));
  });
  return { objects, pageContents, pageTexts, trailer: source.slice(source.lastIndexOf('trailer')) };
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

function readText(content: string, mapOf: (font: string) => ReadonlyMap<string, string>): string {
  let font = '';
  let baseline = '';
  let text = '';
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|1 0 0 1 \S+ (\S+) Tm|<([0-9a-f]*)>/g)) {
    if (match[1] !== undefined) font = match[1];
    else if (match[2] !== undefined) {
      if (match[2] !== baseline && text !== '') text += '\n';
      baseline = match[2];
    } else {
      for (const code of match[3]?.match(/.{4}/g) ?? []) text += mapOf(font).get(code) ?? '\ufffd';
    }
  }
  return text;
}
