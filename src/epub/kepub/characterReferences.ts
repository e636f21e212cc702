import { escapeXml } from '../../text/escapeXml.ts';

/** Those of XML, and the one of XHTML 1 that books are full of. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

const highestCodePoint = 0x10ffff;

/** The text that markup without tags stands for; `null` where only a document type could tell: `&eacute;`. */
export function decodeReferences(markup: string): string | null {
  if (!markup.includes('&')) return markup;
  let unknownCount = 0;
  const decode = (reference: string, hex?: string, decimal?: string, name?: string): string => {
    const character = characterOf(hex, decimal, name);
    if (character === undefined) unknownCount++;
    return character ?? reference;
  };
  // Matches `&amp;`, `&#160;` and `&#xA0;`; not a lone `&`.
  const text = markup.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([^\s&;#]+));/gi, decode);
  return unknownCount === 0 ? text : null;
}

function characterOf(hex?: string, decimal?: string, name?: string): string | undefined {
  if (name !== undefined) return named.get(name);
  const code = hex === undefined ? Number.parseInt(decimal ?? '', 10) : Number.parseInt(hex, 16);
  return code <= highestCodePoint ? String.fromCodePoint(code) : undefined;
}

/** Text as markup that means the same to a parser of XML, one of HTML and Kobo's. */
export function encodeReferences(text: string): string {
  // A parser of XML takes a carriage return that stands there by itself for a line's end.
  return spellNoBreakSpaces(escapeXml(text).replaceAll('\r', '&#13;'));
}

/** Kobo's reader loses the character itself. */
export function spellNoBreakSpaces(markup: string): string {
  return markup.replaceAll('\u00a0', '&#160;');
}
