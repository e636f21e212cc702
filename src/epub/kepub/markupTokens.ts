/** A piece of an XML document; the pieces one after another are the document. */
export type MarkupToken =
  | { readonly type: 'text' | 'cdata' | 'other'; readonly markup: string }
  | { readonly type: 'endTag'; readonly markup: string; readonly name: string }
  | StartTag;

export interface StartTag {
  readonly type: 'startTag';
  readonly markup: string;
  /** With its prefix, if it has one: `svg:rect`. */
  readonly name: string;
  /** Whether the tag is all of its element: `<br/>`. */
  readonly isWhole: boolean;
}

/**
 * Cuts a well-formed document into tags, text and what is neither (comments, instructions, the document type), in time
 * linear in its length. What is not well-formed comes out as it is, cut somehow.
 */
export function* markupTokens(markup: string): Generator<MarkupToken> {
  let at = 0;
  while (at < markup.length) {
    const isMarkup = markup[at] === '<';
    const end = isMarkup ? endOfMarkup(markup, at) : startOfMarkup(markup, at);
    const piece = markup.slice(at, end);
    yield isMarkup ? tokenOf(piece) : { type: 'text', markup: piece };
    at = end;
  }
}

/** The attributes of a start tag as they are written: `<a href="x&amp;y">` → `href`: `x&amp;y`. */
export function attributesOf(tag: StartTag): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of tag.markup.slice(tag.name.length + 1).matchAll(attribute)) {
    attributes.set(name, value.slice(1, -1));
  }
  return attributes;
}

/** Matches ` id = "a"` and ` class='b c'`. */
const attribute = /([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/g;

function startOfMarkup(markup: string, at: number): number {
  const start = markup.indexOf('<', at);
  return start < 0 ? markup.length : start;
}

/** Where the markup ends that begins at `at` with `<`. */
function endOfMarkup(markup: string, at: number): number {
  if (markup.startsWith('<!--', at)) return endAfter(markup, '-->', at + 4);
  if (markup.startsWith(cdataStart, at)) return endAfter(markup, cdataEnd, at);
  if (markup.startsWith('<?', at)) return endAfter(markup, '?>', at);
  return markup.startsWith('<!', at) ? endOfDocumentType(markup, at) : endOfTag(markup, at);
}

const cdataStart = '<![CDATA[';
const cdataEnd = ']]>';

/** The text of a CDATA section: `<![CDATA[a < b]]>` → `a < b`. */
export function textOfCdata(markup: string): string {
  return markup.slice(cdataStart.length, -cdataEnd.length);
}

function endAfter(markup: string, mark: string, from: number): number {
  const found = markup.indexOf(mark, from);
  return found < 0 ? markup.length : found + mark.length;
}

/** A tag ends at the first `>` outside quotes. */
function endOfTag(markup: string, at: number): number {
  for (let index = at + 1; index < markup.length; index++) {
    const character = markup[index];
    if (character === '>') return index + 1;
    if (character === '"' || character === "'") index = endAfter(markup, character, index + 1) - 1;
  }
  return markup.length;
}

/** A document type may hold declarations of its own in brackets, with comments and `>` in them. */
function endOfDocumentType(markup: string, at: number): number {
  let depth = 0;
  // Matches what stands by itself, and the brackets and ends that count.
  for (const { 0: found, index } of markup.slice(at).matchAll(/<!--[\s\S]*?-->|"[^"]*"|'[^']*'|[[\]>]/g)) {
    if (found === '[') depth++;
    else if (found === ']') depth--;
    else if (found === '>' && depth === 0) return at + index + 1;
  }
  return markup.length;
}

function tokenOf(markup: string): MarkupToken {
  // Matches `</p`, `<svg:rect`, `<br/`; not `<!--`, `<?xml`, `< 3`.
  const [, slash, name] = /^<(\/?)([^\s/>!?]+)/.exec(markup) ?? [];
  if (name === undefined) return { type: markup.startsWith(cdataStart) ? 'cdata' : 'other', markup };
  if (slash === '/') return { type: 'endTag', markup, name };
  return { type: 'startTag', markup, name, isWhole: markup.endsWith('/>') };
}
