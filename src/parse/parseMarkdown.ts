import { decodeHTML } from 'entities';
import { Lexer, type MarkedToken, type Token } from 'marked';
import { figureOf, picturesAlone } from '../book/figureOf.ts';
import { imagesAsWords } from '../book/imagesAsWords.ts';
import type { Block, Inline } from '../book/tree.ts';
import { inlineText, blockText } from '../book/plainText.ts';
import type { Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import { isBlankLine } from './blankLine.ts';
import { isBreakImage } from './breakImage.ts';
import type { Manuscript, ManuscriptBlock, ManuscriptNote, SettledLines } from './manuscript.ts';
import { readHtmlPiece } from './html/parseHtml.ts';
import { isLinkMenu, maxMenuLength } from './linkMenu.ts';
import { readFrontMatter } from './frontMatter.ts';
import { isMarkup, type MarkdownContext, readInlines } from './markdownInlines.ts';
import { imageInHeading } from './imageInHeading.ts';
import { isRuleLine } from './ruleLine.ts';
import { MarkdownNotes } from './markdownNotes.ts';
import { StoryTokenizer } from './storyTokenizer.ts';

/** White space that says no more than a shorter one; marked takes time by the square of its length. */
const longSpace = /[ \t]{65,}/g;
const maxSpace = ' '.repeat(64);

/** Parses Markdown (CommonMark with GFM tables and footnotes, by marked's lexer) with an optional YAML front matter. */
export function parseMarkdown(source: SourceText, report: Report): Manuscript {
  const frontMatter = readFrontMatter(source, report);
  const text = source.lines
    .slice(frontMatter.endLine)
    .map(line => (isBlankLine(line) ? '' : line.replace(longSpace, maxSpace)))
    .join('\n');
  const tokenizer = new StoryTokenizer();
  const tokens = new Lexer({ gfm: true, tokenizer }).lex(text);
  const notes = new MarkdownNotes(tokenizer, source.path);
  const settled: SettledLines[] = [...frontMatter.settled];
  const page: MarkdownPage = { source, report, settled, tokenizer, notes, htmlNotes: [], noteMarks: new Map() };
  const read = readTokens(tokens, { line: frontMatter.endLine + 1, blankLinesBefore: 0 }, page);
  const { notes: kept, marks, isNote } = notes.finish();
  reportLostMarks(tokenizer, source, report);
  const blocks = read.flatMap(piece => {
    if (piece.kind !== 'note') return [piece];
    return isNote(piece.token) ? [] : readLostNote(piece, page);
  });
  return { sources: [source], fields: frontMatter.fields, settled, blocks: [...frontMatter.blocks, ...blocks], repairs: [], notes: [...kept, ...page.htmlNotes], noteMarks: new Map([...marks, ...page.noteMarks]) }; // prettier-ignore
}

/** What stays the same while a file is read. */
interface MarkdownPage {
  readonly source: SourceText;
  readonly report: Report;
  readonly settled: SettledLines[];
  readonly tokenizer: StoryTokenizer;
  readonly notes: MarkdownNotes;
  /** The notes of its pieces of HTML, and their marks. */
  readonly htmlNotes: ManuscriptNote[];
  readonly noteMarks: Map<string, string>;
}

interface Place {
  readonly line: number;
  readonly blankLinesBefore: number;
}

/** A note between the blocks; whether anything leads to it shows when all is read. */
interface NotePiece extends Place {
  readonly kind: 'note';
  readonly token: Token;
  readonly span: SourceSpan;
}

function readTokens(tokens: readonly Token[], start: Place, page: MarkdownPage): (ManuscriptBlock | NotePiece)[] {
  const { source, report, settled, tokenizer, notes } = page;
  const blocks: (ManuscriptBlock | NotePiece)[] = [];
  let { line, blankLinesBefore } = start;
  for (const token of tokens) {
    const lineCount = countNewlines(token.raw);
    const leading = /^(?:[^\S\n]*\n)*/.exec(token.raw)?.[0] ?? '';
    const trailing = /\n\s*$/.exec(token.raw)?.[0] ?? '';
    const first = line + countNewlines(leading);
    const last = Math.max(first, line + lineCount - countNewlines(trailing));
    const span: SourceSpan = { file: source.path, lines: [first, last] };
    const context: MarkdownContext = { report, span, settled, notes };
    line += lineCount;
    if (token.type === 'space') {
      blankLinesBefore += lineCount;
      continue;
    }
    if (tokenizer.definitions.has(token)) {
      notes.define(token, span, own => readBlocks(own, context));
      blocks.push({ kind: 'note', token, span, line: first, blankLinesBefore });
    } else if (isHtmlPiece(token)) {
      const piece = readHtmlPiece(token.raw.slice(leading.length).trimEnd(), source, first, report);
      piece.blocks.forEach((block, index) => {
        const before = block.blankLinesBefore + (index === 0 ? blankLinesBefore : 0);
        blocks.push({ ...withOwnMarks(block, { report, span, settled }), blankLinesBefore: before });
      });
      for (const [id, typed] of piece.noteMarks) page.noteMarks.set(id, typed);
      page.htmlNotes.push(...piece.notes);
      if (piece.blocks.length === 0 && piece.notes.length === 0)
        settled.push({ kind: 'removed', text: token.raw.trim(), reason: 'markup', span });
      else for (const lines of piece.settled) settled.push(lines);
    } else if (isMenu(token, tokenizer)) {
      settled.push({ kind: 'removed', text: token.raw.trim(), reason: 'link-menu', rule: 'markdown:link-menu', confidence: 0.9, span }); // prettier-ignore
    } else {
      const block = readTopLevel(token, context, blankLinesBefore);
      if (block === null) settled.push({ kind: 'removed', text: token.raw.trim(), reason: 'markup', span });
      else blocks.push(block);
    }
    blankLinesBefore = Math.max(0, countNewlines(trailing) - 1);
  }
  return blocks;
}

/** A note that nothing leads to, as the words it is typed in. */
function readLostNote({ token, span, ...place }: NotePiece, page: MarkdownPage): readonly ManuscriptBlock[] {
  const { label = '' } = page.tokenizer.definitions.get(token) ?? {};
  page.report({ code: 'parse/footnote-without-mark', severity: 'info', message: `Nothing leads to the note [^${label}], which stays as it is typed.`, span }); // prettier-ignore
  const tokenizer = new StoryTokenizer({ readsNotes: false });
  const tokens = new Lexer({ gfm: true, tokenizer }).lex(token.raw.trimEnd());
  return readTokens(tokens, place, { ...page, tokenizer }).filter(piece => piece.kind !== 'note');
}

/** Labels quoted in the one finding about marks that lead nowhere. */
const quotedMarks = 5;

function reportLostMarks({ lostMarks }: StoryTokenizer, { path, lines }: SourceText, report: Report): void {
  if (lostMarks.size === 0) return;
  const quoted = [...lostMarks].slice(0, quotedMarks).map(label => `[^${label}]`).join(', '); // prettier-ignore
  const more = lostMarks.size > quotedMarks ? ` and ${lostMarks.size - quotedMarks} more` : '';
  report({
    code: 'parse/footnote-without-text',
    severity: 'info',
    message: `There are no notes for the marks ${quoted}${more}, which stay as they are typed.`,
    span: { file: path, lines: [1, lines.length] },
  });
}

/** Whether a token is HTML between paragraphs, read as a page is; a word in angle brackets is none. */
function isHtmlPiece(token: Token): boolean {
  return token.type === 'html' && isMarkup(token.raw) && !/^<hr\b[^>]*>\s*$/i.test(token.raw);
}

/** Whether a paragraph holds nothing but links to other pages of a site. */
function isMenu(token: Token, { noteMarks }: StoryTokenizer): boolean {
  if (!isToken(token, 'paragraph') || token.text.length > maxMenuLength * 4) return false;
  return !token.tokens.some(inline => noteMarks.has(inline)) && isLinkMenu(token.tokens);
}

/** Text without emphasis of HTML may have that of Markdown: `<center>*later*</center>`. */
function withOwnMarks(block: ManuscriptBlock, context: MarkdownContext): ManuscriptBlock {
  if (block.kind !== 'text' || /[<&]/.test(block.text) || !/[*_~]/.test(block.text)) return block;
  if (block.inlines?.every(({ type }) => type === 'text') !== true) return block;
  const lexer = new Lexer({ gfm: true, tokenizer: new StoryTokenizer() });
  const inlines = readInlines(lexer.inlineTokens(block.text), context);
  return { ...block, inlines, text: inlineText(inlines).trim() };
}

function countNewlines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) count++;
  return count;
}

function readTopLevel(token: Token, context: MarkdownContext, blankLinesBefore: number): ManuscriptBlock | null {
  const place = { span: context.span, blankLinesBefore };
  if (token.type === 'hr' || /^<hr\b[^>]*>\s*$/i.test(token.raw))
    return { kind: 'rule', text: token.raw.trim(), ...place };
  if (token.type === 'heading' && isToken(token, 'heading')) {
    const pictured = readInlines(token.tokens, context);
    const inlines = imagesAsWords(pictured);
    const text = inlineText(inlines).trim();
    if (inlines !== pictured && text !== '') context.report(imageInHeading(text, context.span));
    // A heading of pictures without a word heads nothing.
    const pictures = text === '' ? picturesAlone(pictured) : null;
    if (pictures !== null) return { kind: 'structure', text, block: pictures, ...place };
    return { kind: 'heading', depth: token.depth, text, inlines, ...place };
  }
  const block = readBlock(token, context);
  if (block === null) return null;
  if (block.type === 'paragraph') {
    const text = inlineText(block.children).trim();
    if (isRuleLine(token.raw)) return { kind: 'rule', text, ...place };
    if (picturesAlone(block.children) !== null) return { kind: 'structure', text, block, ...place };
    return text === '' ? null : { kind: 'text', text, inlines: block.children, indent: 0, ...place };
  }
  if (block.type === 'thematicBreak') return { kind: 'rule', text: token.raw.trim(), ...place };
  return { kind: 'structure', text: blockText([block]), block, ...place };
}

/** One block token as a block of the tree; `null` when it holds nothing to read (definitions, comments). */
function readBlock(token: Token, context: MarkdownContext): Block | null {
  if (isToken(token, 'paragraph') || isToken(token, 'text')) {
    return readParagraph(token.tokens ?? [], context);
  }
  if (isToken(token, 'heading')) {
    return { type: 'heading', depth: token.depth, children: readInlines(token.tokens, context) };
  }
  if (isToken(token, 'hr')) return { type: 'thematicBreak' };
  if (isToken(token, 'blockquote')) return { type: 'blockQuote', children: readBlocks(token.tokens, context) };
  if (isToken(token, 'code')) return { type: 'preformatted', value: token.text };
  if (isToken(token, 'list')) {
    return {
      type: 'list',
      ordered: token.ordered,
      start: typeof token.start === 'number' ? token.start : 1,
      items: token.items.map(item => readBlocks(item.tokens, context)),
    };
  }
  if (isToken(token, 'table')) {
    return {
      type: 'table',
      header: token.header.map(cell => readInlines(cell.tokens, context)),
      rows: token.rows.map(row => row.map(cell => readInlines(cell.tokens, context))),
    };
  }
  if (isToken(token, 'html')) return readHtmlBlock(token.text, context);
  return null;
}

/** A paragraph; one that holds nothing but a picture is a figure, and its title the caption. */
function readParagraph(tokens: readonly Token[], context: MarkdownContext): Block {
  const children = readInlines(tokens, context);
  const title = titleOfImage(tokens);
  const figure = figureOf(children, title === null ? [] : [{ type: 'text', value: title }]);
  if (figure === null) return { type: 'paragraph', children };
  return isBreakImage(figure.image.alt ?? '') ? { type: 'thematicBreak' } : figure;
}

/** The title of the first image: `![A lamp](lamp.png "The lamp at night")`. */
function titleOfImage(tokens: readonly Token[]): string | null {
  for (const token of tokens) {
    if (isToken(token, 'image')) return token.title === null || token.title.trim() === '' ? null : decodeHTML(token.title).replace(/\s+/g, ' ').trim(); // prettier-ignore
    const inside = 'tokens' in token ? titleOfImage(token.tokens ?? []) : null;
    if (inside !== null) return inside;
  }
  return null;
}

function readBlocks(tokens: readonly Token[], context: MarkdownContext): Block[] {
  return tokens.map(token => readBlock(token, context)).filter(block => block !== null);
}

/** Matches `<!-- aside -->`, and one that nothing closes up to the end. */
const comment = /<!--(?:[\s\S]*?-->|[\s\S]*$)/g;

/** Raw HTML between paragraphs: its markup is left out and said so, its words are kept. */
function readHtmlBlock(html: string, context: MarkdownContext): Block | null {
  if (html.replace(comment, '').trim() === '') return null;
  const children: Inline[] = readInlines(
    new Lexer({ gfm: true, tokenizer: new StoryTokenizer() }).inlineTokens(html.replace(/\s+/g, ' ').trim()),
    context,
  );
  return inlineText(children).trim() === '' ? null : { type: 'paragraph', children };
}

function isToken<Type extends MarkedToken['type']>(
  token: Token,
  type: Type,
): token is Extract<MarkedToken, { type: Type }> {
  return token.type === type;
}
