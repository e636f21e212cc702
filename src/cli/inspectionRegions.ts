import type { InspectPlace, InspectView } from '../compile/inspectStory.ts';

/** Lines of a source that became one thing, as the margin of `inspect` names it. */
export interface Region extends InspectPlace {
  readonly kind: string;
  /** Whether no line of the source is it: a break or a chapter that stands before the next line. */
  readonly isBetweenLines: boolean;
  /** Why, and how sure; empty for story. */
  readonly reason: string;
  readonly rule: string;
  readonly confidence: number | null;
}

type Decision = InspectView['decisions'][number];
type LedgerEntry = InspectView['ledger'][number];

/** Ledger entries of a file in order, those of story text run together between decisions. */
export function regionsOf(view: InspectView, path: string): readonly Region[] {
  const decisions = decisionsByLine(view);
  const regions: Region[] = [];
  let seenLine = 0;
  for (const entry of view.ledger) {
    if (entry.file !== undefined && entry.file !== path) continue;
    if (entry.lines[0] <= seenLine) continue;
    seenLine = entry.lines[1];
    const own = decisions.get(keyOf(entry)) ?? [];
    const before = own.filter(decision => decision.accept.before !== undefined);
    regions.push(...before.map(decision => ({ ...regionOf(entry, decision), isBetweenLines: true })));
    const decision = own.find(candidate => candidate.accept.before === undefined);
    const last = regions.at(-1);
    const isStory = (region: Region | undefined) => region?.kind === 'story' && region.reason === '';
    if (entry.kind === 'body' && decision === undefined && last !== undefined && isStory(last)) {
      regions[regions.length - 1] = { ...last, lines: [last.lines[0], entry.lines[1]] };
    } else regions.push(regionOf(entry, decision));
  }
  return regions;
}

function decisionsByLine(view: InspectView): ReadonlyMap<string, readonly Decision[]> {
  const byLine = new Map<string, Decision[]>();
  for (const decision of view.decisions) {
    const own = byLine.get(keyOf(decision));
    if (own === undefined) byLine.set(keyOf(decision), [decision]);
    else own.push(decision);
  }
  return byLine;
}

function keyOf({ file, lines }: InspectPlace): string {
  return `${lines[0]} ${file ?? ''}`;
}

function regionOf(entry: LedgerEntry, decision: Decision | undefined): Region {
  return {
    lines: entry.lines,
    kind: decision === undefined ? ledgerName(entry.kind) : decisionName(decision),
    isBetweenLines: false,
    reason: decision === undefined ? '' : `${Math.round(decision.confidence * 100)} %  ${decision.why}`,
    rule: decision?.rule ?? '',
    confidence: decision?.confidence ?? null,
  };
}

function ledgerName(kind: string): string {
  return kind === 'body' ? 'story' : kind;
}

/** What a decision made of its lines, in a word or two: `scene break`, `review plea`. */
export function decisionName({ kind, accept }: Pick<Decision, 'kind' | 'accept'>): string {
  switch (kind) {
    case 'matter':
      return accept.is === 'other' ? 'note' : inWords(accept.is ?? 'note');
    case 'chapterStart':
      return accept.is ?? 'chapter';
    case 'partStart':
      return 'part';
    case 'break':
      return 'scene break';
    case 'body':
      return 'story';
    default:
      return inWords(kind);
  }
}

/** `closingLine` → `closing line`. */
function inWords(name: string): string {
  return name.replace(/\p{Lu}/gu, letter => ` ${letter.toLowerCase()}`);
}
