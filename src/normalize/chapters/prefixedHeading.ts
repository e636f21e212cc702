import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import type { HeadingCandidate } from './headingCandidate.ts';
import { isTitleCase } from '../opening/titleLine.ts';
import { readWordHeading } from './wordHeading.ts';

/** The longest title that is set before a label, in characters, and the longest line with both. */
const maxPrefixLength = 60;
const maxLineLength = 120;

/** Matches the place before the label in `The Lamp, Chapter 2`, `THE LAMP - Part 3: Rope`, `The Lamp Ch. 4`. */
const beforeLabel =
  /[\s,:;–—-]+(?=(?:chapter|chap|ch|part|pt|episode|kapitel|teil|chapitre|partie|cap[ií]tulo|parte|hoofdstuk|глава|часть)\b\.?\s*#?[\p{L}\d])/iu;

/**
 * Headings that say the story's title before their label, as mailing lists had them: `The Lamp, Chapter 2`. The title has
 * to stand before at least two labels, or alone as the first line; `She had reached Chapter 3` is no heading.
 */
export function prefixedHeadings(blocks: readonly ManuscriptBlock[]): ReadonlyMap<number, HeadingCandidate> {
  const byPrefix = new Map<string, Map<number, HeadingCandidate>>();
  blocks.forEach(({ kind, text }, index) => {
    if (kind !== 'text' || text.length > maxLineLength) return;
    const place = beforeLabel.exec(text);
    const prefix = place === null ? '' : text.slice(0, place.index);
    if (
      place === null ||
      prefix === '' ||
      prefix.length > maxPrefixLength ||
      !isTitleCase(prefix) ||
      /["“”.!?]/.test(prefix)
    )
      return;
    const offset = place.index + place[0].length;
    const candidate = readWordHeading(text.slice(offset));
    if (candidate === null) return;
    const { label, titleOffset } = candidate.heading;
    const heading = {
      ...candidate.heading,
      label: label === null ? null : text.slice(0, offset) + label,
      titleOffset: titleOffset === null ? null : titleOffset + offset,
    };
    const own = byPrefix.get(prefix.toLowerCase()) ?? new Map<number, HeadingCandidate>();
    byPrefix.set(prefix.toLowerCase(), own.set(index, { ...candidate, heading }));
  });
  const first = blocks[0]?.text.toLowerCase();
  return new Map([...byPrefix].flatMap(([prefix, own]) => (own.size > 1 || prefix === first ? [...own] : [])));
}
