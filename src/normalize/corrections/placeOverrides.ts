import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { comparable, OverriddenLineFinder, type OverriddenLines } from './findOverridden.ts';
import type { SourceText } from '../../source/sourceText.ts';
import type { Override, OverrideSet } from './override.ts';
import type { Reading } from '../reading.ts';
import { splitBlock } from './splitBlock.ts';

/** An override and lines that it speaks of. */
interface PlacedOverride extends OverriddenLines {
  readonly override: Override;
  readonly origin: string;
}

/** An override and the blocks that it is about. */
export interface SaidOverride {
  readonly override: Override;
  readonly origin: string;
  readonly indices: readonly number[];
}

/** A reading whose blocks are those that overrides speak of. */
export interface PlacedOverrides {
  readonly reading: Reading;
  readonly said: readonly SaidOverride[];
}

/**
 * Finds what overrides are about, before anything is decided: paragraphs are split where a correction ends inside them,
 * so that it means the lines it names. What matches nothing is reported.
 */
export function placeOverrides(reading: Reading, sets: readonly OverrideSet[]): PlacedOverrides {
  if (sets.length === 0) return { reading, said: [] };
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const placed = sets.flatMap(set => placeSet(reading, set, report));
  const split = splitAt(withSettledLines(reading, placed), placed, report);
  const blocksOf = blockFinder(split.manuscript.blocks);
  const said = placed.flatMap(({ path, lines, override, origin }) => {
    const indices = named(split.manuscript.blocks, blocksOf(path, lines), override.text);
    if (indices.length > 0) return [{ override, origin, indices }];
    report(noMatch(origin, override, 'is about lines that hold nothing of the story'));
    return [];
  });
  return { reading: { ...split, diagnostics: [...reading.diagnostics, ...diagnostics] }, said };
}

type Report = (diagnostic: Diagnostic) => void;

function placeSet({ manuscript }: Reading, set: OverrideSet, report: Report): PlacedOverride[] {
  const { origin, about, sourceSha256, overrides } = set;
  const isMeant = ({ path, container }: SourceText) => about === null || path === about || container?.path === about;
  const sources = manuscript.sources.filter(isMeant);
  const isOf = (source: SourceText) => source.sha256 === sourceSha256 || source.container?.sha256 === sourceSha256;
  const isChanged = sourceSha256 !== null && !sources.some(isOf);
  const [first] = sources;
  if (isChanged && first !== undefined) {
    report({
      code: 'overrides/source-changed',
      severity: 'warning',
      message: `${first.path} has changed since ${origin} was written for it: corrections that give a text are applied where it still stands, those that give lines only are not.`,
      hint: 'Go through them with "fascicle inspect", and write the new sha256 behind "source:".',
      span: { file: first.path, lines: [1, first.lines.length] },
    });
  }
  const finder = new OverriddenLineFinder(sources, manuscript.blocks, isChanged);
  return overrides.flatMap(override => {
    const found = finder.find(override);
    if (found.ok) return found.places.map(place => ({ ...place, override, origin }));
    report(noMatch(origin, override, found.reason));
    return [];
  });
}

/** Says that a correction was not applied, and why. */
export function noMatch(origin: string, override: Override, reason: string): Diagnostic {
  return {
    code: 'overrides/no-match',
    severity: 'warning',
    message: `In ${origin}, the correction of ${describeOverride(override)} ${reason}; it was not applied.`,
    hint: 'Compare its lines and its text with the story, or take it out.',
  };
}

/** A correction as its writer knows it again: `lines 12–14 (“Please review”)`. */
function describeOverride({ lines, text }: Override): string {
  const range = lines === undefined ? '' : lines[0] === lines[1] ? `line ${lines[0]}` : `lines ${lines[0]}–${lines[1]}`;
  const words = text === undefined ? '' : `“${text.length > 50 ? `${text.slice(0, 49)}…` : text}”`;
  if (range === '' || words === '') return range + words;
  return `${range} (${words})`;
}

/** Lines that were left out while the file was parsed come back as paragraphs where a correction is about them. */
function withSettledLines(reading: Reading, placed: readonly PlacedOverride[]): Reading {
  const { manuscript } = reading;
  const named = linesByFile(placed.filter(({ override }) => override.is !== undefined).map(place => ({ ...place, starts: linesIn(place.lines) }))); // prettier-ignore
  const isNamed = ({ span }: { readonly span: ManuscriptBlock['span'] }) =>
    span.columns === undefined && linesIn(span.lines).some(line => named.get(span.file)?.has(line) ?? false);
  const revived = manuscript.settled.filter(settled => settled.kind === 'removed' && isNamed(settled));
  if (revived.length === 0) return reading;
  const order = new Map(manuscript.sources.map((source, index) => [source.path, index]));
  const rank = ({ span }: ManuscriptBlock) => order.get(span.file) ?? 0;
  const blocks = [
    ...manuscript.blocks,
    ...revived.map(({ text, span }): ManuscriptBlock => ({ kind: 'text', text, inlines: null, indent: 0, span, blankLinesBefore: 0 })),
  ].sort((left, right) => rank(left) - rank(right) || left.span.lines[0] - right.span.lines[0]); // prettier-ignore
  const settled = manuscript.settled.filter(each => !revived.includes(each));
  return { ...reading, manuscript: { ...manuscript, blocks, settled }, marks: blocks.map(() => null) };
}

function linesIn([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function linesByFile(
  places: readonly { readonly path: string; readonly starts: readonly number[] }[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const byFile = new Map<string, Set<number>>();
  for (const { path, starts } of places) {
    const known = byFile.get(path) ?? new Set();
    for (const line of starts) known.add(line);
    byFile.set(path, known);
  }
  return byFile;
}

/** Splits paragraphs where a correction begins or ends inside them. */
function splitAt(reading: Reading, placed: readonly PlacedOverride[], report: Report): Reading {
  const cuts = linesByFile(
    placed.map(({ path, lines: [first, last], override }) => ({
      path,
      starts: override.is === undefined ? [first] : [first, last + 1],
    })),
  );
  const sources = new Map(reading.manuscript.sources.map(source => [source.path, source]));
  const blocks = reading.manuscript.blocks.flatMap(block => {
    const [first, last] = block.span.lines;
    const own = cuts.get(block.span.file);
    const starts = own === undefined || first === last ? [] : linesIn([first + 1, last]).filter(line => own.has(line));
    const source = sources.get(block.span.file);
    if (starts.length === 0 || source === undefined) return [block];
    const parts = splitBlock(block, starts, source);
    if (parts === null) {
      report({
        code: 'overrides/cuts-paragraph',
        severity: 'warning',
        message: `A correction begins or ends inside lines ${first}–${last} of ${block.span.file}, which stay together; it counts for all of them.`,
        hint: 'Name all of these lines, or put a blank line between them in the story.',
        span: block.span,
      });
    }
    return parts ?? [block];
  });
  return { ...reading, manuscript: { ...reading.manuscript, blocks }, marks: blocks.map(() => null) };
}

/** Of several blocks that share a line, those that begin with the text of a correction; all where it gives none. */
function named(
  blocks: readonly ManuscriptBlock[],
  indices: readonly number[],
  text: string | undefined,
): readonly number[] {
  const first = blocks[indices[0] ?? -1];
  const isShared = indices.filter(index => blocks[index]?.span.lines[0] === first?.span.lines[0]).length > 1;
  if (text === undefined || !isShared) return indices;
  const wanted = comparable(text);
  const own = indices.filter(index => comparable(blocks[index]?.text ?? '').startsWith(wanted));
  return own.length > 0 ? own : indices;
}

/** Finds the indices of the blocks that have one of some lines. */
function blockFinder(
  blocks: readonly ManuscriptBlock[],
): (path: string, lines: readonly [number, number]) => readonly number[] {
  const indicesOfLine = new Map<string, number[][]>();
  blocks.forEach(({ span }, index) => {
    const own = indicesOfLine.get(span.file) ?? [];
    for (const line of linesIn(span.lines)) (own[line] ??= []).push(index);
    indicesOfLine.set(span.file, own);
  });
  return (path, lines) => {
    const own = indicesOfLine.get(path) ?? [];
    return [...new Set(linesIn(lines).flatMap(line => own[line] ?? []))];
  };
}
