import type { ManuscriptBlock } from '../../parse/manuscript.ts';

/** A card, placard or letterhead between two rules has so many lines at most, none longer than this. */
const maxCardLines = 6;
const maxCardLineLength = 60;

/**
 * The rules above and below a card: alike, with up to six short lines between them and no blank line inside. A scene
 * between two breaks has blank lines or longer paragraphs. Rules that no blank line parts from the text around them may
 * be a file's usual ones, so a card has to stand apart.
 */
export function cardRules(blocks: readonly ManuscriptBlock[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 0; index < blocks.length; index++) {
    const end = blocks[index]?.kind === 'rule' ? cardEnd(blocks, index) : null;
    if (end === null) continue;
    found.add(index).add(end);
    index = end;
  }
  return found;
}

function cardEnd(blocks: readonly ManuscriptBlock[], start: number): number | null {
  if ((blocks[start]?.blankLinesBefore ?? 0) === 0) return null;
  for (let index = start + 1; index <= start + maxCardLines + 1; index++) {
    const block = blocks[index];
    if (block === undefined || block.blankLinesBefore > 0) return null;
    if (block.kind === 'rule') {
      const isApart = (blocks[index + 1]?.blankLinesBefore ?? 1) > 0;
      return isApart && index > start + 1 && block.text.startsWith(blocks[start]?.text.charAt(0) ?? '') ? index : null;
    }
    if (block.kind !== 'text' || block.text.length > maxCardLineLength) return null;
  }
  return null;
}
