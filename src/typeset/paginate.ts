import {
  type ElasticParagraphs,
  type PageBreaker,
  type PageRange,
  type PageSpec,
  createPageBreaker,
} from './breakPages.ts';
import { findElasticParagraphs, resetLines } from './elasticParagraphs.ts';
import type { GalleyLine } from './galley.ts';
import { type PageFault, findPageFaults } from './pageFaults.ts';

/** What stands on a page of a section. */
export interface PageContent {
  readonly range: PageRange;
  readonly lines: readonly GalleyLine[];
  readonly noteLines: readonly GalleyLine[];
}

export interface PaginatedSection {
  readonly pages: readonly PageContent[];
  readonly faults: readonly PageFault[];
}

/**
 * Divides a section into pages. Where that cannot be done without a fault, paragraphs run a line longer or shorter, as
 * TeX's `\looseness` has them do.
 */
export function paginate(lines: readonly GalleyLine[], spec: PageSpec): PaginatedSection {
  const breaker = createPageBreaker(lines, spec);
  const plain = breaker.breakPages();
  if (!plain.some(isPoor) && faultsOf(breaker, plain, spec).length === 0) {
    return { pages: plain.map(range => contentOf(lines, range, spec, new Map())), faults: [] };
  }
  const changed: ChangedParagraphs = new Map();
  const ranges = breakElastic(lines, breaker, plain, changed);
  return {
    pages: ranges.map(range => contentOf(lines, range, spec, changed)),
    faults: faultsOf(breaker, ranges, spec),
  };
}

/** Short by more than a line, which is worth a changed paragraph. */
function isPoor({ depth }: PageRange): boolean {
  return depth !== null && depth > 1;
}

function faultsOf({ table }: PageBreaker, ranges: readonly PageRange[], spec: PageSpec): PageFault[] {
  return findPageFaults(table, spec.footnotes ?? null, ranges, spec.firstSide ?? 'recto');
}

/** Paragraphs set anew, by their last lines and by how many lines longer they are; `null` where that cannot be done. */
type ChangedParagraphs = Map<string, readonly GalleyLine[] | null>;

/** Guesses that prove wrong are taken back and the pages broken again, this often; then only what has been tried is used. */
const mostAttempts = 6;

function breakElastic(
  lines: readonly GalleyLine[],
  breaker: PageBreaker,
  plain: readonly PageRange[],
  changed: ChangedParagraphs,
): readonly PageRange[] {
  const guessed = findElasticParagraphs(lines);
  if (guessed.firstLine.every(line => line === -1)) return plain;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const ranges = breaker.breakPages(guessed);
    let isRight = true;
    for (const { change } of ranges) {
      if (change === null || tryChange(lines, change, changed) !== null) continue;
      isRight = false;
      costsOf(guessed, change.by)[change.lastLine] = Infinity;
    }
    if (isRight) return ranges;
  }
  for (const by of [1, -1] as const) {
    costsOf(guessed, by).forEach((_, line, costs) => {
      if ((changed.get(`${line} ${by}`) ?? null) === null) costs[line] = Infinity;
    });
  }
  return breaker.breakPages(guessed);
}

function costsOf(elastic: ElasticParagraphs, by: 1 | -1): Float64Array {
  return by === 1 ? elastic.longer : elastic.shorter;
}

type Change = NonNullable<PageRange['change']>;

function tryChange(
  lines: readonly GalleyLine[],
  { lastLine, by }: Change,
  changed: ChangedParagraphs,
): readonly GalleyLine[] | null {
  const key = `${lastLine} ${by}`;
  let set = changed.get(key);
  if (set === undefined) {
    set = resetLines(lines, lastLine, by);
    changed.set(key, set);
  }
  return set;
}

function contentOf(
  lines: readonly GalleyLine[],
  range: PageRange,
  { footnotes }: PageSpec,
  changed: ChangedParagraphs,
): PageContent {
  const { start, end, change } = range;
  const own = withHead(lines.slice(start, end));
  const noteLines = footnotes?.lines.slice(range.notesStart, range.notesEnd) ?? [];
  const set = change === null ? null : tryChange(lines, change, changed);
  if (change === null || set === null) return { range, lines: own, noteLines };
  const past = change.lastLine + 1 - end + own.length;
  return { range, lines: [...own.slice(0, past + change.by - set.length), ...set, ...own.slice(past)], noteLines };
}

/** The lines of a page below the head of the table that it begins in. */
function withHead(lines: readonly GalleyLine[]): readonly GalleyLine[] {
  const [first, ...others] = lines;
  if (first?.repeatedHead === undefined) return lines;
  const { lines: head, gapPt } = first.repeatedHead;
  return [...head, { ...first, spaceBeforePt: gapPt }, ...others];
}
