/** An element of a drawing; names without the prefix of their namespace. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: SvgElement[];
}

/** The elements of a drawing, and its style sheets. */
export interface ScannedSvg {
  readonly roots: readonly SvgElement[];
  readonly styles: readonly string[];
}

/** Matches `<svg:g id="a">`, `<use href='#a'/>`, `</g>`. */
const tag = /<(\/?)(?:[\w-]+:)?([\w-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;
/** Matches `id="a"`, `xlink:href='#a'`. */
const attribute = /(?:[\w-]+:)?([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const comments = /<!--[^]*?(?:-->|$)/g;
const characterData = /<!\[CDATA\[|\]\]>/g;

/**
 * Reads the elements of an SVG file that is drawn by something else, to judge it. It is no parser: what is not well formed
 * is read as well as it goes, and the drawing program refuses it.
 */
export function scanSvg(svg: string): ScannedSvg {
  const text = svg.replace(comments, '').replace(characterData, '');
  const roots: SvgElement[] = [];
  const styles: string[] = [];
  const open: SvgElement[] = [];
  for (const match of text.matchAll(tag)) {
    const [whole, closing, name = '', rest = ''] = match;
    if (closing === '/') {
      open.pop();
      continue;
    }
    const element: SvgElement = { name, attributes: attributesOf(rest), children: [] };
    (open.at(-1)?.children ?? roots).push(element);
    if (rest.endsWith('/')) continue;
    open.push(element);
    const after = match.index + whole.length;
    if (name === 'style') styles.push(withoutCodes(text.slice(after, text.indexOf('<', after))));
  }
  return { roots, styles };
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(attribute)].map(([, name = '', quoted, other]) => [name, withoutCodes(quoted ?? other ?? '')]),
  );
}

/** Matches `&#46;`, `&#x2e;`. */
const characterCodes = /&#(x[\da-f]{1,6}|\d{1,7});/gi;

function withoutCodes(value: string): string {
  return value.replace(characterCodes, (_, code: string) => {
    const point = Number(/^x/i.test(code) ? `0${code.toLowerCase()}` : code);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
