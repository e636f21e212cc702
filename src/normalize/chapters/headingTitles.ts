import { authorVoice } from '../voice/authorVoice.ts';
import { readHeadingCandidate } from './chapterHeading.ts';
import type { HeadingCandidate } from './headingCandidate.ts';
import { readFooterLine } from '../edges/footerLine.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { isSpoken, narrativeVoice } from '../voice/narrativeVoice.ts';
import { type HeadingView, isApartAfter, lettersOf, type PlacedHeading, underlineOf } from './placedHeading.ts';
import type { Mark } from '../reading.ts';
import { isSlugLine } from '../breaks/slugLine.ts';
import { isTitleCase } from '../opening/titleLine.ts';

/** Longest line taken for a chapter's title under its label, in characters. */
const maxTitleLength = 70;

/** Of the labels without a title, so many have a line like a title under them where such lines are titles. */
const titledShare = 0.8;
const titledDirectlyShare = 0.5;

/**
 * Titles on the line after their label, `Chapter 1` and `The Hat`: right under it, or with a blank line between where
 * nearly every chapter has one; there `TEN YEARS AFTER` is a title like the others, and no slug line.
 */
export function titlesUnderLabels(view: HeadingView, headings: readonly PlacedHeading[]): ReadonlyMap<number, Mark> {
  const titles = new Map<number, Mark>();
  const bare = headings.filter(({ heading, level }) => heading.titleOffset === null && level !== 'named');
  const under = bare
    .map(({ index }) => (underlineOf(view, index) ?? index) + 1)
    .filter(index => looksLikeTitle(view, index));
  const isTitled = bare.length >= 2 && under.length >= bare.length * titledShare;
  const direct = under.filter(index => isRightUnder(view, index));
  const taken = isTitled
    ? bare
        .map(({ index }) => (underlineOf(view, index) ?? index) + 1)
        .filter(index => looksLikeTitle(view, index, true))
    : direct.length >= bare.length * titledDirectlyShare && !view.isDense
      ? direct
      : [];
  for (const index of taken) {
    titles.set(index, { kind: 'chapterTitle', goesOn: false, rule: 'title-under-label', confidence: 0.85, why: 'A short line follows the chapter’s label.' }); // prettier-ignore
  }
  for (const { index, heading } of headings) {
    const title = heading.titleOffset === null ? '' : (view.blocks[index]?.text.slice(heading.titleOffset) ?? '');
    if (!isUnfinished(title) || !goesOnAt(view, index + 1, title)) continue;
    titles.set(index + 1, { kind: 'chapterTitle', goesOn: true, rule: 'title-goes-on', confidence: 0.85, why: 'The title of the heading breaks off, and a short line right under it goes on.' }); // prettier-ignore
  }
  return titles;
}

function isRightUnder(view: HeadingView, index: number): boolean {
  return view.blocks[index]?.blankLinesBefore === 0 && isApartAfter(view, index);
}

function looksLikeTitle(view: HeadingView, index: number, maybeSlug = false): boolean {
  const block = view.blocks[index];
  if (block?.kind !== 'text' && block?.kind !== 'heading') return false;
  if (!view.isOpen(index) || block.text.length > maxTitleLength) return false;
  if (block.span.lines[0] !== block.span.lines[1] || view.candidates[index] !== null) return false;
  const { text } = block;
  if (
    readLabel(text) !== null ||
    (!maybeSlug && isSlugLine(text)) ||
    readFooterLine(text) !== null ||
    /^by\s/i.test(text)
  )
    return false;
  const isQuestion = /[?!]$/.test(text);
  return (
    /^["“‘'«(¿¡~*_\s]*[\p{Lu}\p{N}\p{Lo}]/u.test(text) &&
    !/[.,;:。！？”」]$|[.,]["']$/.test(text.replace(/\.\.\.$/, '')) &&
    (!isQuestion || isTitleCase(text))
  );
}

/** Matches titles that break off: `A`, `The Man of the`, `Of Lamps,`, `Der`; not `The Lamp`. */
const unfinished =
  /(?:^|\s)(?:an?|the|of|in|on|to|and|or|for|with|from|at|by|is|der|die|das|und|von|le|la|les|de|du|et|el|los|y|il|e|o|os|het|en|og|och)$|[,–—-]$/i;

/** A heading of so many characters may have been broken over two lines by its width. */
const longTitle = 34;

function isUnfinished(title: string): boolean {
  return unfinished.test(title) || (title.length >= longTitle && isCapitals(title));
}

function goesOnAt(view: HeadingView, index: number, title: string): boolean {
  const text = view.blocks[index]?.text ?? '';
  return (
    looksLikeTitle(view, index) &&
    isRightUnder(view, index) &&
    (isCapitals(title) === isCapitals(text) || title.length < 4)
  );
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

/** A heading said again is looked for in so many blocks after it, and so few characters. */
const maxBlocksBetween = 4;
const maxCharsBetween = 160;

/**
 * Headings said twice or three times in a row, as sites and authors each set their own: the fullest stays, the others are
 * taken out. Returns what is kept, and the marks of what is not.
 */
export function withoutRepeats(
  view: Pick<HeadingView, 'blocks' | 'isOpen'>,
  headings: readonly PlacedHeading[],
): { readonly kept: readonly PlacedHeading[]; readonly repeats: ReadonlyMap<number, Mark> } {
  const repeats = new Map<number, Mark>();
  const kept: PlacedHeading[] = [];
  for (const heading of headings) {
    if (repeats.has(heading.index) || kept.at(-1)?.index === heading.index) continue;
    const above = kept.at(-1);
    if (above !== undefined && isSaidByAuthor(view, above, heading)) {
      repeats.set(heading.index, authorsHeading(above, heading));
      continue;
    }
    let fullest = heading;
    let chars = 0;
    for (let index = heading.index + 1; index <= heading.index + maxBlocksBetween; index++) {
      const block = view.blocks[index];
      if (block === undefined || block.kind === 'structure' || chars > maxCharsBetween) break;
      if (block.kind === 'rule' || !view.isOpen(index)) continue;
      chars += block.text.length;
      const again = sayAgain(view, fullest, index);
      if (again === null) continue;
      const isFuller = titleOf(view, again).length > titleOf(view, fullest).length;
      repeats.set(isFuller ? fullest.index : index, repeatMark);
      if (isFuller) fullest = again;
      chars = 0;
    }
    kept.push(fullest);
  }
  return { kept, repeats };
}

const repeatMark: Mark = {
  kind: 'removed',
  reason: 'duplicate-heading',
  rule: 'heading-repeated',
  confidence: 0.85,
  why: 'The chapter’s heading stands here more than once; the fullest is kept.',
};

/** Notes between a site's heading and the author's own are looked through for so many blocks. */
const maxNotesBetween = 24;
const maxShortLine = 60;

/**
 * Whether a heading is the author's own for the chapter that the site's heading above opens: the same number, and only
 * notes, fields and the story's title between them. `Chapter 03`, `Posted: …`, `Author's Note: …`, `Chapter Three: T`.
 */
function isSaidByAuthor(
  view: Pick<HeadingView, 'blocks' | 'isOpen'>,
  above: PlacedHeading,
  heading: PlacedHeading,
): boolean {
  const isSame = above.heading.number !== null && above.heading.number === heading.heading.number && above.level === heading.level; // prettier-ignore
  if (!isSame || heading.index - above.index > maxNotesBetween) return false;
  if (!areAlike(titleOf(view, above), titleOf(view, heading))) return false;
  for (let index = above.index + 1; index < heading.index; index++) if (!isOutOfStory(view, index)) return false;
  return true;
}

function isOutOfStory({ blocks, isOpen }: Pick<HeadingView, 'blocks' | 'isOpen'>, index: number): boolean {
  const block = blocks[index];
  if (block === undefined || block.kind === 'structure' || isSpoken(block.text)) return false;
  if (block.kind === 'rule' || !isOpen(index) || readLabel(block.text) !== null) return true;
  if (index > 0 && readLabel(blocks[index - 1]?.text ?? '')?.value === '') return true;
  if (block.text.length <= maxShortLine && isTitleCase(block.text) && !/[.,;:!?…]["”’]?$/.test(block.text)) return true;
  const voice = authorVoice(block.text);
  return voice > 0 && voice > narrativeVoice(block.text);
}

function authorsHeading(above: PlacedHeading, heading: PlacedHeading): Mark {
  const { titleOffset } = heading.heading;
  if (above.heading.titleOffset !== null || titleOffset === null) return repeatMark;
  return { kind: 'chapterTitle', titleOffset, rule: 'authors-heading', confidence: 0.85, why: 'The author’s own heading follows the site’s, with only notes between.' }; // prettier-ignore
}

/** What a block says again of a heading above it: label and number, or the title alone; `null` when it is something else. */
function sayAgain(view: Pick<HeadingView, 'blocks'>, heading: PlacedHeading, index: number): PlacedHeading | null {
  const text = view.blocks[index]?.text ?? '';
  if (text.length > maxCharsBetween) return null;
  const title = titleOf(view, heading);
  const candidate: HeadingCandidate | null = readHeadingCandidate(text);
  if (candidate === null || candidate.level === 'number') {
    if (title === '') return null;
    const titleOffset = isFullerTitle(text, title) ? 0 : null;
    const isSame = titleOffset === 0 || lettersOf(text) === lettersOf(title);
    return isSame ? { ...heading, index, heading: { ...heading.heading, titleOffset } } : null;
  }
  const placed = { ...candidate, index, isListed: false };
  const isSameNumber = candidate.heading.number === heading.heading.number && candidate.level === heading.level && candidate.heading.chapterKind === heading.heading.chapterKind; // prettier-ignore
  return isSameNumber && areAlike(title, titleOf(view, placed)) ? placed : null;
}

function titleOf(view: Pick<HeadingView, 'blocks'>, { index, heading }: PlacedHeading): string {
  return heading.titleOffset === null ? '' : (view.blocks[index]?.text.slice(heading.titleOffset) ?? '');
}

/** Whether a line says a title with more words, `Keeper and Daughter vs. the Tide` for `KD vs. the Tide`; each longer word of the title has to return. */
function isFullerTitle(text: string, title: string): boolean {
  const words = title.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const own = new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
  const isTitle = text.length <= maxTitleLength && isTitleCase(text) && !/[.,;:!?]["”’]?$/.test(text);
  return isTitle && words.length > 0 && own.size > words.length && words.every(word => own.has(word));
}

/** Whether two titles may be one: either is empty or part of the other, or they share a word of some length. */
function areAlike(left: string, right: string): boolean {
  const [one, other] = [lettersOf(left), lettersOf(right)];
  if (one.includes(other) || other.includes(one)) return true;
  const words = new Set(left.toLowerCase().match(/\p{L}{4,}/gu));
  return (right.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some(word => words.has(word));
}
