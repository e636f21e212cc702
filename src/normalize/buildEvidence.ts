import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import type { ManuscriptBlock, Repair, SettledLines } from '../parse/manuscript.ts';
import type { SourceText } from '../source/sourceText.ts';
import { acceptOf } from './corrections/acceptingOverride.ts';
import type { Decision, Evidence, LedgerEntry, LedgerKind, Removal } from './normalizedStory.ts';
import type { ChapterStart, Mark, Reading } from './reading.ts';
import { withSettledLines } from './settledLines.ts';

/** Lists what became of every line of the sources, and why. */
export function buildEvidence(reading: Reading, counted: readonly Repair[]): Evidence {
  const { manuscript, marks } = reading;
  const ledger: LedgerEntry[] = [];
  /** Entries of blocks that know their own places: nothing settled stands inside them. */
  const exact: LedgerEntry[] = [];
  const removed: Removal[] = manuscript.settled.flatMap(settled => settledRemoval(settled));
  const decisions: Decision[] = [];
  const sourceOf = new Map(manuscript.sources.map(source => [source.path, source]));
  manuscript.blocks.forEach((block, index) => {
    const mark = marks[index];
    if (mark == null) return;
    const chapterBefore = reading.chaptersBefore.get(index);
    if (chapterBefore !== undefined) decisions.push(chapterStartBefore(chapterBefore, block));
    const breakBefore = reading.breaksBefore.get(index);
    if (breakBefore !== undefined) {
      decisions.push({
        kind: 'break',
        text: firstWords(block.text),
        accept: { before: 'break' },
        ...breakBefore,
        span: block.span,
      });
    }
    const entries = block.places === undefined ? ledger : exact;
    entries.push(...ledgerEntries(block, mark, sourceOf.get(block.span.file)));
    if (mark.kind === 'removed') addRemoval(removed, block, mark, marks[index - 1] ?? null);
    if (isDecision(mark)) decisions.push(decisionOf(mark, block));
  });
  for (const { span, places } of manuscript.notes ?? []) {
    const entries = places === undefined ? ledger : exact;
    entries.push(...entriesOf('matter', places ?? [span]));
  }
  return {
    ledger: sortBySpan([...exact, ...withSettledLines(ledger, manuscript)], reading),
    removed: sortBySpan(removed, reading),
    repairs: [...manuscript.repairs, ...counted],
    decisions,
    diagnostics: reading.diagnostics,
  };
}

/** What a wrapper's rule takes off in one piece, a licence or a mail's header, is one removal. */
function addRemoval(
  removed: Removal[],
  { text, span }: ManuscriptBlock,
  { reason, rule, confidence }: Extract<Mark, { kind: 'removed' }>,
  before: Mark | null,
): void {
  const last = removed.at(-1);
  const isRegion =
    rule.startsWith('wrapper:') && before?.kind === 'removed' && before.rule === rule && last?.span.file === span.file;
  if (!isRegion || last.rule !== rule) {
    removed.push({ text, reason, rule, confidence, span });
    return;
  }
  const lines = [last.span.lines[0], span.lines[1]] as const;
  removed[removed.length - 1] = { ...last, text: `${last.text}\n${text}`, span: { ...last.span, lines } };
}

function settledRemoval({ kind, text, reason, span }: SettledLines): Removal[] {
  return kind === 'removed' ? [{ text, reason, rule: 'markup', confidence: 1, span }] : [];
}

/** One entry a block, or two with columns where a label shares a line with what it labels. */
function ledgerEntries(block: ManuscriptBlock, mark: Mark, source: SourceText | undefined): LedgerEntry[] {
  const labelLength = mark.kind === 'matter' ? mark.matter.labelLength : 0;
  if (labelLength === 0) return entriesOf(ledgerKind(mark), block.places ?? [block.span]);
  // In markup a label is not told from the rest of its line by its letters.
  if (block.places !== undefined) return entriesOf(labelLength < block.text.length ? 'matter' : 'label', block.places);
  const [first, last] = block.span.lines;
  const line = [...(source?.lines[first - 1] ?? '').trimEnd()];
  const split = labelEnd(line, letterCount(block.text.slice(0, labelLength)));
  const restOfBlock: LedgerEntry[] =
    last === first ? [] : [{ kind: 'matter', span: { ...block.span, lines: [first + 1, last] } }];
  if (split >= line.length) return [{ kind: 'label', span: { ...block.span, lines: [first, first] } }, ...restOfBlock];
  const onFirstLine = (kind: LedgerKind, from: number, to: number): LedgerEntry => ({
    kind,
    span: { ...block.span, lines: [first, first], columns: [from, to] },
  });
  return [onFirstLine('label', 1, split), onFirstLine('matter', split + 1, line.length), ...restOfBlock];
}

function entriesOf(kind: LedgerKind, places: readonly SourceSpan[]): LedgerEntry[] {
  return places.map(span => ({ kind, span }));
}

function letterCount(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/**
 * Where a label ends in the characters of its line as the file has it, with the separator, marks of emphasis and white
 * space after it: `**A/N:**  Late` → 10.
 */
function labelEnd(line: readonly string[], letters: number): number {
  let index = 0;
  for (let seen = 0; seen < letters && index < line.length; index++) {
    if (/[\p{L}\p{N}]/u.test(line[index] ?? '')) seen++;
  }
  while (index < line.length && /[\s:/\-–—*_~\])>.]/.test(line[index] ?? '')) index++;
  return index;
}

function ledgerKind(mark: Mark): LedgerKind {
  switch (mark.kind) {
    case 'chapterTitle':
    case 'part':
    case 'section':
      return 'heading';
    case 'footnote':
      return 'matter';
    case 'slugLine':
      return 'body';
    case 'closingLine':
      return 'label';
    case 'title':
    case 'byline':
    case 'field':
    case 'heading':
    case 'matter':
    case 'body':
    case 'break':
    case 'separator':
    case 'contents':
    case 'removed':
      return mark.kind;
  }
}

/** That a paragraph is story goes without saying, unless something spoke against it. */
function isDecision(mark: Mark): boolean {
  return mark.kind !== 'body' || mark.rule === 'override' || (mark.rule !== 'story' && mark.confidence < 1);
}

function decisionOf(mark: Mark, { text, span }: ManuscriptBlock): Decision {
  const kind = mark.kind === 'heading' ? 'chapterStart' : mark.kind === 'part' ? 'partStart' : mark.kind;
  return {
    kind,
    text: firstWords(text),
    accept: acceptOf(mark),
    rule: mark.rule,
    confidence: mark.confidence,
    why: mark.why,
    span,
  };
}

/** A decision quotes so many characters of what it is about; enough to know it again. */
const quotedChars = 60;

function firstWords(text: string): string {
  return [...text.slice(0, 2 * quotedChars)].slice(0, quotedChars).join('').trim();
}

function chapterStartBefore({ heading, rule, confidence, why }: ChapterStart, block: ManuscriptBlock): Decision {
  const { number, statedTitle } = heading;
  const accept = { before: 'chapter', ...(number === null ? {} : { number }), ...(statedTitle === undefined ? {} : { title: statedTitle }) } as const; // prettier-ignore
  return { kind: 'chapterStart', text: firstWords(block.text), accept, rule, confidence, why, span: block.span };
}

function sortBySpan<Item extends { readonly span: SourceSpan }>(items: readonly Item[], reading: Reading): Item[] {
  const order = new Map(reading.manuscript.sources.map((source, index) => [source.path, index]));
  const rank = ({ span }: Item) => [order.get(span.file) ?? 0, span.lines[0], span.columns?.[0] ?? 0] as const;
  return items
    .map(item => ({ item, rank: rank(item) }))
    .sort((left, right) => left.rank[0] - right.rank[0] || left.rank[1] - right.rank[1] || left.rank[2] - right.rank[2])
    .map(({ item }) => item);
}
