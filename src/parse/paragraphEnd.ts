import { isBlankLine } from './blankLine.ts';
import { firstWordLength, indentOf, type Layout } from './layout.ts';
import { hangingColumn, isBulletLine, isBylineLine, isLabelLine, type Speakers } from './lineKinds.ts';
import type { Row } from './row.ts';
import { isRuleLine } from './ruleLine.ts';

export interface ParagraphContext {
  readonly rows: readonly Row[];
  /** One a row. */
  readonly layouts: readonly Layout[];
  readonly speakers: Speakers;
}

/** How much room a line must leave unused, as a share of the width, for its end to be meant: before a new sentence, and anywhere. */
const meantBreakShare = 0.2;
const certainBreakShare = 0.45;
/** Where nothing but the room shows it, less is enough after a whole sentence. */
const closeBreakShare = 0.06;

/** Where nothing else parts paragraphs, one starts with speech after a whole sentence: `…he said.` + `"No," said she`. */
const endsSentence = /[.!?…]["”’»“']?$/u;
const opensSpeech = /^\s*["“„«»‘]\S/u;

/** The row after the last one of the paragraph that starts at a row. */
export function paragraphEnd({ rows, layouts, speakers }: ParagraphContext, start: number): number {
  const first = rows[start]?.text ?? '';
  const regional = layouts[start];
  if (isRuleLine(first) || regional === undefined) return start + 1;
  const layout = isSetIn(rows, start, regional) ? { ...regional, baseIndent: indentOf(first) } : regional;
  const column = hangingColumn(first, speakers);
  let end = start + 1;
  for (;;) {
    const next = nextLine(rows, end, layout);
    if (next === null) return end;
    const line = rows[end - 1]?.text ?? '';
    const text = rows[next]?.text ?? '';
    const isHanging = column > 0 && indentOf(text) > indentOf(first) && indentOf(text) <= column + 1;
    if (isRuleLine(text)) return end;
    if (!rows[next]?.goesOn && !isHanging && startsParagraph(line, text, first, layout, speakers)) return end;
    end = next + 1;
  }
}

/** Whether a row starts lines between blank ones that are all set in alike, as a letter inside a story is. */
function isSetIn(rows: readonly Row[], start: number, layout: Layout): boolean {
  const indent = indentOf(rows[start]?.text ?? '');
  if (!layout.isWrapped || indent <= layout.baseIndent || !isBlankLine(rows[start - 1]?.text ?? '')) return false;
  let end = start + 1;
  while (end < rows.length && !isBlankLine(rows[end]?.text ?? '') && indentOf(rows[end]?.text ?? '') === indent) end++;
  return end > start + 1 && isBlankLine(rows[end]?.text ?? '');
}

/** The row of the line that may go on: the next, or the one after a blank where every line has a blank below it. */
function nextLine(rows: readonly Row[], end: number, layout: Layout): number | null {
  const isFilled = (index: number) => index < rows.length && !isBlankLine(rows[index]?.text ?? '');
  if (isFilled(end)) return end;
  return layout.isDoubleSpaced && isFilled(end + 1) ? end + 1 : null;
}

function startsParagraph(line: string, next: string, first: string, layout: Layout, speakers: Speakers): boolean {
  if (!layout.isWrapped || indentOf(next) > layout.baseIndent || indentOf(next) < layout.baseIndent - 1) return true;
  if (speakers.speaks(next) || (isBulletLine(next) && isBulletLine(first))) return true;
  const room = layout.widthChars - (line.trimEnd().length + 1 + firstWordLength(next));
  if (isLabelLine(next) && isLabelLine(first) && room >= 0) return true;
  if (isBylineLine(next) && line === first && room > layout.widthChars * meantBreakShare) return true;
  if (room > layout.widthChars * certainBreakShare) return true;
  if (layout.isClose && endsSentence.test(line.trimEnd().slice(-4))) {
    if (opensSpeech.test(next.slice(0, 40))) return true;
    if (room > layout.widthChars * closeBreakShare && /^\s*\p{Lu}/u.test(next)) return true;
  }
  return room > layout.widthChars * meantBreakShare && /^[\p{Lu}\p{N}"'“‘«„*_([¿¡]/u.test(next.trim());
}
