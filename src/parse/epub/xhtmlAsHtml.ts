/** Elements whose content a parser of HTML takes as it is, tags and all, up to their end tag. */
const rawElements = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes']);

/** Namespaces whose elements HTML knows by their bare names. */
const knownNamespaces = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)$/;

/**
 * XHTML with blanks for what a parser of HTML would take for words: instructions, the marks of CDATA, and the entities
 * that a document declares for itself, which nothing expands; prefixes of known elements go: `<h:p>` → `<p  >`. Every
 * line is as long as it was, so that all stays in its place. One pass, in linear time.
 */
export function xhtmlAsHtml(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  const document: XhtmlText = { text, prefixes: prefixesOf(text), unclosed: new Set(), hasType: false };
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open === -1) break;
    parts.push(text.slice(at, open));
    const piece = readMarkup(document, open);
    parts.push(piece.html);
    at = piece.end;
  }
  parts.push(text.slice(at));
  return parts.join('').split('\n');
}

/** A document, and what was found out about all that follows, so that nothing is looked for twice. */
interface XhtmlText {
  readonly text: string;
  readonly prefixes: ReadonlySet<string>;
  /** Raw elements that no end tag follows. */
  readonly unclosed: Set<string>;
  hasType: boolean;
}

/** Markup that starts at a place of the text: what it is in HTML, and where it ends. */
interface Markup {
  readonly html: string;
  readonly end: number;
}

const cdataStart = '<![CDATA[';
const cdataEnd = ']]>';

function readMarkup(document: XhtmlText, start: number): Markup {
  const { text } = document;
  if (text.startsWith('<!--', start)) return upTo(text, start, '-->', piece => piece);
  if (text.startsWith(cdataStart, start)) return upTo(text, start, cdataEnd, withoutCdataMarks);
  if (text.startsWith('<?', start)) return upTo(text, start, '?>', blank);
  if (/^<!doctype/i.test(text.slice(start, start + 9))) return readDoctype(document, start);
  const name = /^<\/?([a-z_][\w:.-]{0,60})/i.exec(text.slice(start, start + 64))?.[1];
  return name === undefined ? { html: '<', end: start + 1 } : readTag(document, start, name);
}

function upTo(text: string, start: number, mark: string, convert: (piece: string) => string): Markup {
  const found = text.indexOf(mark, start);
  const end = found === -1 ? text.length : found + mark.length;
  return { html: convert(text.slice(start, end)), end };
}

function withoutCdataMarks(piece: string): string {
  const isClosed = piece.endsWith(cdataEnd);
  const words = piece.slice(cdataStart.length, isClosed ? -cdataEnd.length : undefined);
  return blank(cdataStart) + words + (isClosed ? blank(cdataEnd) : '');
}

/** A document type with the entities that it declares between brackets. */
function readDoctype(document: XhtmlText, start: number): Markup {
  const { text, hasType } = document;
  document.hasType = true;
  const close = text.indexOf('>', start);
  if (close === -1) return { html: blank(text.slice(start)), end: text.length };
  const simple = text.slice(start, close + 1);
  if (hasType || !simple.includes('[')) return { html: simple, end: close + 1 };
  const bracket = text.indexOf(']', start);
  const found = bracket === -1 ? -1 : text.indexOf('>', bracket);
  const end = found === -1 ? close + 1 : found + 1;
  return { html: blank(text.slice(start, end)), end };
}

function readTag(document: XhtmlText, start: number, name: string): Markup {
  const { text, prefixes } = document;
  const end = tagEnd(text, start);
  const tag = text.slice(start, end);
  const [prefix = '', local] = name.split(':', 2);
  const bare = local !== undefined && prefixes.has(prefix) ? local : name;
  const isEndTag = tag.startsWith('</');
  const open = isEndTag ? '</' : '<';
  const renamed = open + bare.padEnd(name.length) + tag.slice(open.length + name.length);
  const isRaw = rawElements.has(bare.toLowerCase()) && !isEndTag && !tag.endsWith('/>');
  return isRaw ? readRaw(document, end, name, renamed) : { html: renamed, end };
}

/** An element with raw content, up to its end tag: a `<` in it opens nothing. */
function readRaw({ text, unclosed }: XhtmlText, from: number, name: string, startTag: string): Markup {
  const close = unclosed.has(name) ? -1 : text.indexOf(`</${name}`, from);
  if (close !== -1) return { html: startTag + text.slice(from, close), end: close };
  unclosed.add(name);
  // Left open it would hold all the words after it.
  return { html: blank(startTag), end: from };
}

/** Where a tag ends: after the first `>` that is in no quotation marks. */
function tagEnd(text: string, start: number): number {
  let quote = '';
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    if (quote !== '') {
      // XML has no `<` in a value: the quotation mark was never closed.
      if (character === '<') break;
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return index + 1;
  }
  const close = text.indexOf('>', start);
  return close === -1 ? text.length : close + 1;
}

/** The prefixes of elements that HTML knows: `h` where `xmlns:h="http://www.w3.org/1999/xhtml"` stands. */
function prefixesOf(text: string): ReadonlySet<string> {
  const declared = text.matchAll(/\bxmlns:([\w.-]{1,30})\s{0,9}=\s{0,9}["']([^"']{1,60})["']/g);
  return new Set([...declared].flatMap(([, prefix = '', namespace = '']) => (knownNamespaces.test(namespace) ? [prefix] : []))); // prettier-ignore
}

/** White space of the same lengths as a text's lines. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
