import { inlineText } from '../../book/plainText.ts';
import { sliceInlines } from '../../book/sliceInlines.ts';
import type { ManuscriptBlock, TextBlock } from '../../parse/manuscript.ts';
import type { SourceText } from '../../source/sourceText.ts';

/** Characters that stand in a line and not in its words. */
const unseen = /[\s\u0000-\u001f\u0085\u200b\ufeff]/;

/** Characters of Markdown that show as emphasis, or keep the next from being one. */
const markupMarks = '*_~\\';

/**
 * Splits a paragraph at lines of its source, so that each of `starts` begins a block of its own. `null` when that cannot
 * be done: a table or a quotation, or lines whose markup says other words than they show.
 */
export function splitBlock(
  block: ManuscriptBlock,
  starts: readonly number[],
  source: SourceText,
): readonly ManuscriptBlock[] | null {
  if (block.kind !== 'text') return null;
  const [first, last] = block.span.lines;
  const edges = [first, ...starts, last + 1];
  const words = block.inlines === null ? block.text : inlineText(block.inlines);
  const marks = block.inlines === null ? '' : markupMarks;
  const offsets = offsetsOf(words, source.lines.slice(first - 1, last), new Set(starts.map(start => start - first)), marks); // prettier-ignore
  if (offsets === null && block.inlines !== null) return null;
  return edges.slice(0, -1).map((start, index): TextBlock => {
    const end = (edges[index + 1] ?? start + 1) - 1;
    const span = { ...block.span, lines: [start, end] as const };
    const blankLinesBefore = index === 0 ? block.blankLinesBefore : 0;
    const place = { span, blankLinesBefore, indent: index === 0 ? block.indent : 0 };
    if (offsets === null) {
      return { kind: 'text', text: wordsOf(source.lines.slice(start - 1, end)), inlines: null, ...place };
    }
    const [from, to] = [offsets[index - 1] ?? 0, offsets[index] ?? words.length];
    const text = words.slice(from, to).trim();
    return { kind: 'text', text, inlines: block.inlines === null ? null : trimmedSlice(words, block, from, to), ...place }; // prettier-ignore
  });
}

function wordsOf(lines: readonly string[]): string {
  return lines.map(line => line.replace(/[\s\u0000-\u001f\u0085\u200b\ufeff]+/g, ' ').trim()).join(' ');
}

function trimmedSlice(words: string, block: TextBlock, from: number, to: number): TextBlock['inlines'] {
  const slice = words.slice(from, to);
  const start = from + slice.length - slice.trimStart().length;
  return sliceInlines(block.inlines ?? [], start, start + slice.trim().length);
}

/**
 * Where lines begin in the words that were made of them, by walking both side by side; a hyphen at a line's end may have
 * been dropped, and `marks` are left out of the words. `null` when the words are not those of the lines.
 */
function offsetsOf(
  words: string,
  lines: readonly string[],
  starts: ReadonlySet<number>,
  marks: string,
): readonly number[] | null {
  const offsets: number[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    if (starts.has(index)) offsets.push(at);
    const trimmed = line.trimEnd();
    for (let column = 0; column < trimmed.length; column++) {
      const character = trimmed.charAt(column);
      if (unseen.test(character)) continue;
      while (at < words.length && unseen.test(words.charAt(at))) at++;
      if (words.charAt(at) === character) at++;
      else if (!marks.includes(character) && (character !== '-' || column < trimmed.length - 1)) return null;
    }
  }
  return offsets;
}
