import { editDistance } from '../../text/nearestWord.ts';
import { readHeadingCandidate } from './chapterHeading.ts';
import { isContentsTitle } from './divisionWords.ts';
import type { HeadingCandidate } from './headingCandidate.ts';
import { isWordStyle } from './headingSequence.ts';
import { type HeadingView, isApartAfter, lettersOf, standsAlone } from './placedHeading.ts';

/** A file's own list of contents. */
export interface ContentsList {
  /** The blocks that make it up, its title among them. */
  readonly indices: ReadonlySet<number>;
  readonly entries: readonly ContentsEntry[];
}

export interface ContentsEntry {
  readonly number: number | null;
  /** The letters of its title, '' where it has a number only. */
  readonly letters: string;
}

/** So many headings in a row, with nothing between them, are a list of contents. */
const minContentsRun = 3;
const maxEntryLength = 110;

/** Matches `The Lamp ........ 12`, `VII. The Tide . . . 103`, `The Well … iv`; not `The Lamp 12`. */
const leader =
  /^(?<title>.{1,90}?)\s?(?:\.\s?){3,}\s*(?:\d{1,4}|[ivxlc]{1,7})$|^(?<ellipsis>.{1,90}?)\s?…[\s….]*(?:\d{1,4}|[ivxlc]{1,7})$/;

/** Finds the lists of contents of a file: under a title that says so, lines with leaders and page numbers, headings in a row. */
export function findContents(view: HeadingView): ContentsList {
  const indices = new Set<number>();
  const entries: ContentsEntry[] = [];
  const titleCounts = countTitles(view);
  for (let index = 0; index < view.blocks.length;) {
    // `Chapters:` with `2/2` under it is a field of an archive's page.
    const isOverWords = /\p{L}/u.test(view.blocks[index + 1]?.text ?? '');
    const isTitle = isOverWords && isEntryLine(view, index) && isContentsTitle(view.blocks[index]?.text ?? '');
    const start = isTitle ? index + 1 : index;
    const end = isTitle ? titledEnd(view, start, titleCounts) : rowEnd(view, start);
    if (end - start < (isTitle ? 2 : minContentsRun) || !(isTitle || isContentsRow(view, start, end, titleCounts))) {
      index++;
      continue;
    }
    for (let at = index; at < end; at++) indices.add(at);
    for (let at = start; at < end; at++) entries.push(entryOf(view.blocks[at]?.text ?? '', titleCounts));
    index = end;
  }
  return { indices, entries: entries.filter(({ number, letters }) => number !== null || letters !== '') };
}

/** How often a title stands alone on its line, and at which block first. */
interface TitleCount {
  readonly first: number;
  readonly count: number;
}

/** How often each title stands in the file, whatever number or label stands before it. */
function countTitles(view: HeadingView): ReadonlyMap<string, TitleCount> {
  const counts = new Map<string, TitleCount>();
  view.blocks.forEach((block, index) => {
    const letters = isEntryLine(view, index) ? titleLetters(view, index) : '';
    if (letters === '') return;
    const { first = index, count = 0 } = counts.get(letters) ?? {};
    counts.set(letters, { first, count: count + 1 });
  });
  return counts;
}

function titleLetters(view: HeadingView, index: number): string {
  return lettersOf((view.blocks[index]?.text ?? '').slice(candidateOf(view, index)?.heading.titleOffset ?? 0));
}

/** A numbered list in a story is a row as well: lines that only count are contents where most of their titles return. */
function isContentsRow(
  view: HeadingView,
  start: number,
  end: number,
  titleCounts: ReadonlyMap<string, TitleCount>,
): boolean {
  let returning = 0;
  for (let index = start; index < end; index++) {
    const candidate = candidateOf(view, index);
    if (candidate === null || isWordStyle(candidate.style)) return true;
    if ((titleCounts.get(titleLetters(view, index))?.count ?? 0) > 1) returning++;
  }
  return returning * 2 >= end - start;
}

function isEntryLine(view: HeadingView, index: number): boolean {
  const block = view.blocks[index];
  return block?.kind === 'text' && view.isOpen(index) && block.text.length <= maxEntryLength;
}

/**
 * Where the list under a title ends: at a long line, a rule, an entry seen already, a number that starts again, or a wider
 * gap than between entries with a line below it that does not return in the text, as `FOOTNOTES` does.
 */
function titledEnd(view: HeadingView, start: number, titles: ReadonlyMap<string, TitleCount>): number {
  const seen = new Set<string>();
  const usualGap = view.blocks[start + 1]?.blankLinesBefore ?? 0;
  const count = new EntryCount();
  let end = start;
  for (; isEntryLine(view, end); end++) {
    const text = view.blocks[end]?.text ?? '';
    const candidate = candidateOf(view, end);
    const letters = lettersOf(withoutLeader(text));
    const isGap = end > start + 1 && (view.blocks[end]?.blankLinesBefore ?? 0) > usualGap;
    const said = titles.get(letters);
    const returns = said?.first === end && said.count > 1;
    const isEntry = candidate !== null || leader.test(text) || returns;
    if (seen.has(letters) || (isGap && !isEntry) || (!isEntry && /[.!?]["”’]?$/.test(text))) break;
    if (!count.goesOn(candidate)) break;
    seen.add(letters);
    seen.add(lettersOf(text.replace(pageNumber, '')));
  }
  return end;
}

/** How a list counts on: a number that is no greater than the last ends it, but under a part it may start again; a part that it has named already ends it, too. */
class EntryCount {
  private last = 0;
  private wasPart = false;
  private book = '';
  private readonly parts = new Set<string>();

  goesOn(candidate: HeadingCandidate | null): boolean {
    const isPart = candidate?.level === 'part' || candidate?.level === 'book';
    const number = isPart ? null : (candidate?.heading.number ?? null);
    const goesOn = (number === null || number > this.last || this.wasPart) && !(isPart && this.hasPart(candidate));
    this.last = number ?? this.last;
    this.wasPart = isPart;
    return goesOn;
  }

  /** Parts may start again in each book. */
  private hasPart({ level, style, heading: { number } }: HeadingCandidate): boolean {
    const own = `${style} ${number ?? ''}`;
    const part = level === 'book' ? own : `${this.book}/${own}`;
    const has = number !== null && this.parts.has(part);
    if (level === 'book') this.book = own;
    this.parts.add(part);
    return has;
  }
}

/** Where a row of headings or of lines with leaders ends; it holds three of one style, else it may be a part's, a chapter's and a section's. */
function rowEnd(view: HeadingView, start: number): number {
  const seen = new Set<string>();
  const ofStyle = new Map<string, number>();
  const count = new EntryCount();
  let end = start;
  for (; isEntryLine(view, end); end++) {
    const text = view.blocks[end]?.text ?? '';
    const candidate = candidateOf(view, end);
    if (candidate === null && !leader.test(text)) break;
    const isPart = candidate?.level === 'part' || candidate?.level === 'book';
    if (!count.goesOn(candidate) || seen.has(text)) break;
    if (isPart || candidate?.heading.titleOffset !== null) seen.add(text);
    const style = candidate?.style ?? 'leader';
    ofStyle.set(style, (ofStyle.get(style) ?? 0) + 1);
  }
  return Math.max(0, ...ofStyle.values()) >= minContentsRun ? end : start;
}

function candidateOf(view: HeadingView, index: number): HeadingCandidate | null {
  return view.candidates[index] ?? null;
}

function withoutLeader(text: string): string {
  const groups = leader.exec(text)?.groups;
  return groups?.title ?? groups?.ellipsis ?? text.replace(/^[-–—•*]\s+/, '');
}

/** Matches the page at the end of `PREFACE v`, `I. THE QUAY 1`. */
const pageNumber = /\s(?:\d{1,4}|[ivxlc]{1,7})$/;

/** A number at an entry's end is its page where the title returns in the text without it: `THE QUAY 1`; not in `Day 1`. */
function withoutPage(letters: string, title: string, titles: ReadonlyMap<string, TitleCount>): string {
  const bare = lettersOf(title.replace(pageNumber, ''));
  return bare !== '' && (titles.get(letters)?.count ?? 0) < 2 && titles.has(bare) ? bare : letters;
}

function entryOf(line: string, titles: ReadonlyMap<string, TitleCount>): ContentsEntry {
  const text = withoutLeader(line);
  const heading = readHeadingCandidate(text)?.heading;
  if (heading === undefined) {
    const letters = lettersOf(text.replace(/\s+\d{1,4}$/, ''));
    return { number: null, letters: withoutPage(letters, text, titles) };
  }
  const title = heading.titleOffset === null ? '' : text.slice(heading.titleOffset);
  const named = title === '' && heading.number === null ? text : title;
  return { number: heading.number, letters: withoutPage(lettersOf(named), named, titles) };
}

/** Letters of a title that may be typed wrong, as a share; and how often titles are compared at all. */
const maxTypoShare = 0.2;
const minTypoLetters = 6;
const maxComparisons = 4000;

/** The lines that the list of contents names, alone on their lines, with their entries; a title may be typed a little wrong. */
export function listedLines(view: HeadingView, contents: ContentsList): ReadonlyMap<number, ContentsEntry> {
  const found = new Map<number, ContentsEntry>();
  const titled = contents.entries.filter(({ letters }) => letters !== '');
  if (titled.length === 0) return found;
  const byLetters = new Map(titled.map(entry => [entry.letters, entry]));
  const left = new Set(titled);
  const others: { index: number; letters: string }[] = [];
  const from = [...contents.indices].at(-1) ?? 0;
  view.blocks.forEach((block, index) => {
    if (index <= from || !isEntryLine(view, index)) return;
    const offset = candidateOf(view, index)?.heading.titleOffset ?? 0;
    const letters = lettersOf(block.text.slice(offset));
    const entry = byLetters.get(letters) ?? byLetters.get(lettersOf(block.text));
    const isAlone = standsAlone(view, index) || (isApartAfter(view, index) && candidateOf(view, index - 1) !== null);
    if (!isAlone) return;
    if (entry === undefined) others.push({ index, letters });
    else if (left.delete(entry)) found.set(index, entry);
  });
  let comparisons = 0;
  for (const entry of left) {
    if (entry.letters.length < minTypoLetters) continue;
    const allowed = Math.max(2, Math.floor(entry.letters.length * maxTypoShare));
    for (const { index, letters } of others) {
      if (found.has(index) || Math.abs(letters.length - entry.letters.length) > allowed) continue;
      if (++comparisons > maxComparisons) return found;
      if (editDistance(letters, entry.letters) <= allowed) {
        found.set(index, entry);
        break;
      }
    }
  }
  return found;
}
