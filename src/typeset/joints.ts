import { hasIdeographs } from './ideographs.ts';
import type { WordGap } from './inlineWords.ts';
import type { StyledText } from './measuredWord.ts';
import { findUnicodeBreaks } from './unicodeBreaks.ts';
import type { WordMeasurer } from './wordMeasurer.ts';

/**
 * Splits a word at the places beside ideographs where a line may end: "「天地」は" → "「天", "地」", "は". A line of them has no
 * spaces to give, so that each gives a little.
 */
export function splitAtJoints(parts: readonly StyledText[]): StyledText[][] {
  const text = parts.map(part => part.text).join('');
  const offsets = findUnicodeBreaks(text).filter(
    offset => hasIdeographs(characterBefore(text, offset)) || hasIdeographs(text.charAt(offset)),
  );
  const units: StyledText[][] = [];
  let index = 0;
  let partStart = 0;
  let start = 0;
  for (const end of [...offsets, text.length]) {
    const unit: StyledText[] = [];
    while (start < end) {
      const part = parts[index];
      if (part === undefined) break;
      const partEnd = partStart + part.text.length;
      const to = Math.min(end, partEnd);
      if (to > start) unit.push({ ...part, text: part.text.slice(start - partStart, to - partStart) });
      start = to;
      if (to < partEnd) continue;
      index++;
      partStart = partEnd;
    }
    if (unit.length > 0) units.push(unit);
  }
  return units;
}

/** The first half of a character beyond U+FFFF, the character itself of any other. */
function characterBefore(text: string, offset: number): string {
  const last = text.charAt(offset - 1);
  return last >= '\udc00' && last <= '\udfff' ? text.charAt(offset - 2) : last;
}

/** A mark that leaves half of its square blank; two of them beside each other share a square: "」「". Not "語". */
const halfBlank = /[\u3000-\u301f\uff01-\uff60“”‘’]/;

/** The joint between two parts of a word; marks that share a square stand closer. */
export function jointBetween(
  before: readonly StyledText[],
  after: readonly StyledText[],
  measurer: WordMeasurer,
): WordGap {
  const last = before.at(-1);
  const [first] = after;
  if (last === undefined || first === undefined) return { style: 0, target: null, jointPt: 0 };
  const [left, right] = [last.text.slice(-1), first.text.charAt(0)];
  const gap = { style: last.style, target: last.target === first.target ? last.target : null };
  if (last.style !== first.style || !halfBlank.test(left) || !halfBlank.test(right)) return { ...gap, jointPt: 0 };
  const widthOf = (text: string): number => measurer.word({ text, style: last.style, target: null }).widthPt;
  return { ...gap, jointPt: widthOf(left + right) - widthOf(left) - widthOf(right) };
}
