import { mergeTexts } from '../book/mergeTexts.ts';
import type { Image, Inline } from '../book/tree.ts';

/** Where inlines are printed. */
interface Surroundings {
  /** Whether a line may end inside: a hard break of a paragraph is one, of a heading or a cell is a tag. */
  readonly hasLines: boolean;
  /** Whether `*` marks emphasis already, so that emphasis inside takes a tag. */
  readonly isInEmphasis: boolean;
  /** Whether brackets hold the inlines, so that none in the words may end them. */
  readonly isInBrackets: boolean;
}

/** Inlines as canonical Markdown: `*emphasis*`, `**strong**`, links, `[(A/N: …)]{.note}`, `[mot]{lang=fr}`, `[^1]`; tags for what Markdown has no safe mark. */
export function printInlines(inlines: readonly Inline[], hasLines: boolean): string {
  return printAll(inlines, { hasLines, isInEmphasis: false, isInBrackets: false });
}

function printAll(inlines: readonly Inline[], around: Surroundings): string {
  // What a mark is shows in the words around it, wherever nodes of text end.
  const merged = mergeTexts(inlines);
  let printed = '';
  merged.forEach((inline, index) => {
    const piece = printInline(inline, around, printed, merged[index + 1]);
    // "Stop!" before a link would make a picture of it, and braces after a picture would be its marks.
    if (piece.startsWith('[') && printed.endsWith('!')) printed = `${printed.slice(0, -1)}\\!`;
    printed += merged[index - 1]?.type === 'image' && piece.startsWith('{') ? `\\${piece}` : piece;
  });
  return printed;
}

function printInline(inline: Inline, around: Surroundings, before: string, next: Inline | undefined): string {
  switch (inline.type) {
    case 'text':
      return escapeText(inline.value, around.isInBrackets);
    case 'emphasis':
      return printMarked('*', 'em', inline.children, around, before, next);
    case 'strong':
      return printMarked('**', 'strong', inline.children, around, before, next);
    case 'strikethrough':
      return `<del>${printAll(inline.children, around)}</del>`;
    case 'superscript':
      return `<sup>${printAll(inline.children, around)}</sup>`;
    case 'subscript':
      return `<sub>${printAll(inline.children, around)}</sub>`;
    case 'inlineCode':
      // Matches `ls -l`; not what a code span cannot hold, or a table would split.
      return /^[^`|\\\n[\]]+$/.test(inline.value) ? `\`${inline.value}\`` : `<code>${escapeText(inline.value, true)}</code>`;
    case 'link':
      return `[${printAll(inline.children, { ...around, isInBrackets: true })}](${inline.url.replace(/[\\()|\s[\]]/g, '\\$&')})`;
    case 'inlineNote':
      return `[${printAll(inline.children, { ...around, isInBrackets: true })}]{.note}`;
    case 'foreign':
      return `[${printAll(inline.children, { ...around, isInBrackets: true })}]{lang=${inline.lang}}`;
    case 'image':
      return printImage(inline);
    case 'footnoteReference':
      return `[^${noteNumber(inline.noteId)}]`;
    case 'hardBreak':
      return around.hasLines && mayEndLine(before, next) ? '\\\n' : '<br>';
  }
} // prettier-ignore

/** The number of a note in its story: `note-3` → `3`. */
export function noteNumber(noteId: string): string {
  return noteId.replace(/^note-/, '');
}

/** `![A lamp](lamp.png)`; `{.ornament}` tells one that says nothing from one that nobody described, `{.figure}` that a caption follows. */
export function printImage({ url, alt }: Image, hasCaption = false): string {
  const marks = [...(alt === '' ? ['.ornament'] : []), ...(hasCaption ? ['.figure'] : [])];
  const source = url.replace(/[\\()|\s[\]]/g, '\\$&');
  return `![${escapeText(alt ?? '', true)}](${source})${marks.length === 0 ? '' : `{${marks.join(' ')}}`}`;
}

/** Marks where they cannot be mistaken: around words without marks of their own, and not next to other marks. */
function printMarked(
  mark: string,
  tag: string,
  children: readonly Inline[],
  around: Surroundings,
  before: string,
  next: Inline | undefined,
): string {
  const words = printAll(children, { ...around, isInEmphasis: true });
  const isNextToMark = /(?<!\\)(?:\\\\)*\*$/.test(before.slice(-40)) || next?.type === 'emphasis' || next?.type === 'strong';
  const isSafe = !around.isInEmphasis && !isNextToMark && /^[^\s*](?:[^]*[^\s*\\])?$/.test(words);
  return isSafe ? mark + words + mark : `<${tag}>${words}</${tag}>`;
} // prettier-ignore

/** Matches what would open another block at a line's start: `# x`, `> x`, `- x`, `1. x`, `| x`, `:::`, white space. */
export const opensBlock = /^(?:[#>|\s]|[-+](?=\s|$)|---|:::|\d{1,9}(?=[.)](?:\s|$)))/;

/** A line ends with a break only between words, so that no line is empty and none looks like another block. */
function mayEndLine(before: string, next: Inline | undefined): boolean {
  if (next === undefined || next.type === 'hardBreak' || before === '' || /[\s>]$/.test(before)) return false;
  return next.type !== 'text' || (next.value !== '' && !opensBlock.test(next.value));
}

/** Tags that are read as marks. */
const tag = /<(?=\/?(?:em|strong|del|sup|sub|code|br)>)/g;

/** Words in which nothing is a mark: `2 * 3` → `2 \* 3`. Brackets are marks only before `(` and `{`, and in other brackets. */
export function escapeText(text: string, isInBrackets: boolean): string {
  const escaped = text
    .replace(/[\\*`]/g, '\\$&')
    .replace(tag, '\\<')
    .replace(/\|/g, '\\|')
    .replace(/(?<=^|\[)\^/g, '\\^');
  return isInBrackets ? escaped.replace(/[[\]]/g, '\\$&') : escaped.replace(/\](?=[({]|$)/g, '\\]');
}
