import { decodeHTML } from 'entities';
import type { MarkedToken, Token, Tokens } from 'marked';
import { mergeTexts } from '../book/mergeTexts.ts';
import { inlineText } from '../book/plainText.ts';
import type { Inline } from '../book/tree.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { foreignLanguage } from './foreignLanguage.ts';
import { isHtmlElement, isOutOfSight } from './html/elementRoles.ts';
import { findElement, parseHtmlDocument } from './html/htmlDocument.ts';
import { readImageElement } from './html/imageElement.ts';
import type { SettledLines } from './manuscript.ts';
import type { MarkdownNotes } from './markdownNotes.ts';
import { readImage } from './readImage.ts';

/** What the readers of blocks and inlines share. */
export interface MarkdownContext {
  readonly report: Report;
  readonly span: SourceSpan;
  readonly settled: SettledLines[];
  /** Absent where words are read apart from the text around them, in which no mark leads to a note. */
  readonly notes?: MarkdownNotes;
}

/** Inline elements of HTML that the tree has a node for. */
const inlineElements = {
  em: 'emphasis',
  i: 'emphasis',
  strong: 'strong',
  b: 'strong',
  del: 'strikethrough',
  s: 'strikethrough',
  sup: 'superscript',
  sub: 'subscript',
} as const;

type ContainerType = (typeof inlineElements)[keyof typeof inlineElements];

interface OpenElement {
  readonly type: ContainerType | null;
  /** The element's name, by which its end tag is known where it is none of the above. */
  readonly name: string;
  /** The language that the element states. */
  readonly lang: string | null;
  readonly children: Inline[];
}

/** marked's inline tokens as inlines of the tree; inline HTML that the tree knows is read, the rest reported and left out. */
export function readInlines(tokens: readonly Token[], context: MarkdownContext): Inline[] {
  const root: OpenElement = { type: null, name: '', lang: null, children: [] };
  const open: OpenElement[] = [root];
  let hiddenTo = -1;
  for (const [index, token] of tokens.entries()) {
    if (index <= hiddenTo) continue;
    const current = open.at(-1) ?? root;
    hiddenTo = hiddenEnd(tokens, index);
    if (hiddenTo > index) leaveOut(tokens.slice(index, hiddenTo + 1), context);
    else if (token.type === 'html' && isMarkup(token.raw)) readTag(token.raw, open, context);
    else current.children.push(...readInline(token, context));
  }
  while (open.length > 1) closeElement(open);
  return mergeTexts(root.children);
}

/** The index of the end tag of a script, drawing or form control that opens at a token; -1 where none does. */
function hiddenEnd(tokens: readonly Token[], index: number): number {
  const name = /^<([a-z]+)\b/i.exec(tokens[index]?.type === 'html' ? tokens[index].raw : '')?.[1]?.toLowerCase();
  if (name === undefined || !isOutOfSight(name)) return -1;
  const isEnd = (token: Token) => token.type === 'html' && token.raw.toLowerCase().startsWith(`</${name}`);
  return tokens.findIndex((token, at) => at > index && isEnd(token));
}

/** Words inside such an element are listed as removed; their line stays with the paragraph around them. */
function leaveOut(tokens: readonly Token[], { span, settled }: MarkdownContext): void {
  const text = tokens.map(token => token.raw).join('');
  settled.push({ kind: 'removed', text, reason: 'markup', span, places: [] });
}

function readInline(token: Token, context: MarkdownContext): Inline[] {
  const reference = context.notes?.referenceOf(token, context.span, tokens => readInlines(tokens, context)) ?? null;
  if (reference !== null) return [reference];
  const inline = token as MarkedToken;
  switch (inline.type) {
    case 'text':
      return inline.tokens === undefined ? [text(inline.text)] : readInlines(inline.tokens, context);
    case 'escape':
      return [{ type: 'text', value: inline.text }];
    case 'em':
      return [{ type: 'emphasis', children: readInlines(inline.tokens, context) }];
    case 'strong':
      return [{ type: 'strong', children: readInlines(inline.tokens, context) }];
    case 'del':
      return [{ type: 'strikethrough', children: readInlines(inline.tokens, context) }];
    case 'codespan':
      return [{ type: 'inlineCode', value: inline.text }];
    case 'br':
      return [{ type: 'hardBreak' }];
    case 'link':
      return readLink(inline.href, readInlines(inline.tokens, context));
    case 'image':
      return readPicture(inline, context);
    default:
      return [text(token.raw)];
  }
}

/** A soft line break inside a paragraph is a space. */
function text(raw: string): Inline {
  const lines = decodeHTML(raw).split('\n');
  const value = lines.map((line, index) => trimAtBreaks(line, index > 0, index < lines.length - 1)).join(' ');
  return { type: 'text', value };
}

function trimAtBreaks(line: string, isAfterBreak: boolean, isBeforeBreak: boolean): string {
  const start = isAfterBreak ? line.replace(/^[\s\u0000-\u001f]+/, '') : line;
  return isBeforeBreak ? start.trimEnd() : start;
}

/** Only addresses that mean something outside the file become links; a link to anything else is its words. */
function readLink(url: string, children: readonly Inline[]): readonly Inline[] & Inline[] {
  return /^(?:https?:\/\/|mailto:)/i.test(url) ? [{ type: 'link', url, children }] : [...children];
}

/** A picture; no words in its brackets are no description, rather than one that says that it is an ornament. */
function readPicture({ href, tokens }: Tokens.Image, context: MarkdownContext): Inline[] {
  const alt = inlineText(readInlines(tokens, context)).trim();
  const image = readImage(href, alt === '' ? null : alt);
  return image === null ? [] : [image];
}

/** Whether what marked takes for HTML is: a comment or declaration, or a tag of an element that exists. */
export function isMarkup(raw: string): boolean {
  const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(raw.trim())?.[1];
  return name === undefined ? /^<[!?]/.test(raw.trim()) : isHtmlElement(name.toLowerCase());
}

/** Elements of HTML nested deeper than this are left out; their words are kept. */
const maxOpenElements = 40;

function readTag(raw: string, open: OpenElement[], { report, span }: MarkdownContext): void {
  const tag = /^<(\/?)([a-z][a-z0-9]*)\b[^>]*>$/i.exec(raw.trim());
  const name = tag?.[2]?.toLowerCase() ?? '';
  const current = open.at(-1);
  if (name === 'img') {
    const element = findElement(parseHtmlDocument(raw), ({ tagName }) => tagName === 'img');
    const image = element === null ? null : readImageElement(element);
    if (image !== null) current?.children.push(image);
  } else if (name === 'br') {
    current?.children.push({ type: 'hardBreak' });
  } else if (isInlineElement(name)) {
    const type = inlineElements[name];
    if (tag?.[1] === '/' && current?.type === type) closeElement(open);
    else if (tag?.[1] !== '/' && open.length < maxOpenElements)
      open.push({ type, name, lang: languageOf(raw), children: [] });
  } else if (tag?.[1] === '/' && name !== '' && current?.name === name) {
    closeElement(open);
  } else if (tag?.[1] !== '/' && languageOf(raw) !== null && open.length < maxOpenElements) {
    open.push({ type: null, name, lang: languageOf(raw), children: [] });
  } else if (raw.startsWith('<!--')) {
    report({
      code: 'parse/html-left-out',
      severity: 'info',
      message: `The comment ${raw.trim().slice(0, 40)} is left out.`,
      span,
    });
  } else if (tag?.[1] !== '/') {
    report({
      code: 'parse/html-left-out',
      severity: 'info',
      message: `The HTML tag ${raw.trim().slice(0, 40)} is left out; the words it holds are kept.`,
      span,
    });
  }
}

function isInlineElement(name: string): name is keyof typeof inlineElements {
  return Object.hasOwn(inlineElements, name);
}

function closeElement(open: OpenElement[]): void {
  const closed = open.pop();
  const parent = open.at(-1);
  if (closed === undefined || parent === undefined) return;
  const { type, lang } = closed;
  const children = mergeTexts(closed.children);
  const words: Inline[] = lang === null ? children : [{ type: 'foreign', lang, children }];
  if (type === null) parent.children.push(...words);
  else parent.children.push({ type, children: words });
}

/** The language that a tag states: `<span lang="fr">`, `<i xml:lang='la'>` → `fr`, `la`. */
function languageOf(raw: string): string | null {
  const stated = /\s(?:xml:)?lang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(raw);
  const value = stated?.[1] ?? stated?.[2] ?? stated?.[3];
  return value === undefined ? null : foreignLanguage(value);
}
