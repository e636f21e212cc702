import { picturesAlone } from '../../book/figureOf.ts';
import { blockText, inlineText } from '../../book/plainText.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { ManuscriptBlock, ManuscriptNote, SettledLines, StatedMark } from '../manuscript.ts';
import type { Extent, FlowItem } from './flowItem.ts';
import { nestRuns } from './inlineFormats.ts';
import { placeInSource } from './placeInSource.ts';
import { areLinesParagraphs, settleLines } from './settleLines.ts';

/** The blocks of a page, and what was accounted for besides. */
export interface PlacedItems {
  readonly blocks: readonly ManuscriptBlock[];
  readonly settled: readonly SettledLines[];
  readonly notes: readonly ManuscriptNote[];
}

interface Place {
  readonly span: SourceSpan;
  readonly places: readonly SourceSpan[];
}

type Finished = { readonly block: ManuscriptBlock } | { readonly settled: SettledLines } | { readonly note: ManuscriptNote }; // prettier-ignore

/** A block or settled lines that know where their words stand, but not yet which lines are theirs. */
interface Draft {
  readonly extents: readonly Extent[];
  readonly finish: (place: Place) => Finished;
}

/** Makes blocks of what a page holds, and gives each its lines; a line of markup only is settled as such. */
export function placeBlocks(
  file: string,
  lines: readonly string[],
  firstLine: number,
  items: readonly FlowItem[],
): PlacedItems {
  const linesAreParagraphs = areLinesParagraphs(items);
  const drafts = items.flatMap(item => draftsOf(item, linesAreParagraphs));
  const shift = (span: SourceSpan): SourceSpan => ({
    ...span,
    lines: [span.lines[0] + firstLine - 1, span.lines[1] + firstLine - 1],
  });
  const placed = placeInSource(
    file,
    lines,
    drafts.map(draft => draft.extents),
  );
  const blocks: ManuscriptBlock[] = [];
  const notes: ManuscriptNote[] = [];
  const settled = placed.markup.map((span): SettledLines => ({ kind: 'markup', text: '', reason: 'markup', span: shift(span) })); // prettier-ignore
  let at = firstLine;
  drafts.forEach((draft, index) => {
    const places = (placed.ofOwner[index] ?? []).map(shift);
    const span = spanOf(places) ?? { file, lines: [at, at] as const };
    at = span.lines[1];
    const finished = draft.finish({ span, places });
    if ('block' in finished) blocks.push(finished.block);
    else if ('note' in finished) notes.push(finished.note);
    else settled.push(finished.settled);
  });
  return { blocks, settled, notes };
}

function spanOf(places: readonly SourceSpan[]): SourceSpan | null {
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return null;
  return places.length === 1 ? first : { file: first.file, lines: [first.lines[0], last.lines[1]] };
}

function draftsOf(item: FlowItem, linesAreParagraphs: boolean): Draft[] {
  const { extents, blankLinesBefore } = item;
  switch (item.kind) {
    case 'lines':
      return lineDrafts(item, linesAreParagraphs);
    case 'heading': {
      const inlines = nestRuns(item.runs);
      const text = inlineText(inlines);
      return [blockDraft(extents, place => ({ kind: 'heading', depth: item.depth, text, inlines, blankLinesBefore, ...statedOf(item.stated, text), ...place }))]; // prettier-ignore
    }
    case 'rule':
      return [blockDraft(extents, place => ({ kind: 'rule', text: item.text, blankLinesBefore, ...statedOf(item.stated, item.text), ...place }))]; // prettier-ignore
    case 'structure': {
      const text = blockText([item.block]);
      return [blockDraft(extents, place => ({ kind: 'structure', text, block: item.block, blankLinesBefore, ...statedOf(item.stated, text), ...place }))]; // prettier-ignore
    }
    case 'typed':
      return [blockDraft(extents, place => ({ ...item.block, ...place }))];
    case 'note': {
      const { note, typedLabel, blocks } = item;
      return [{ extents, finish: place => ({ note: { ...note, typedLabel, blocks, ...place } }) }];
    }
    case 'settled': {
      const { settled: kind, text, reason } = item;
      return [{ extents, finish: place => ({ settled: { kind, text, reason, ...place } }) }];
    }
  }
}

function lineDrafts(item: Extract<FlowItem, { kind: 'lines' }>, linesAreParagraphs: boolean): Draft[] {
  return settleLines(item, linesAreParagraphs).map(({ runs, extents, isRule, blankLinesBefore }, index) => {
    const inlines = nestRuns(runs);
    const text = inlineText(inlines);
    const stated = statedOf(index === 0 ? item.stated : continued(item.stated), text);
    const pictures = isRule ? null : picturesAlone(inlines);
    if (pictures !== null) {
      return blockDraft(extents, place => ({ kind: 'structure', text, block: pictures, blankLinesBefore, ...stated, ...place })); // prettier-ignore
    }
    return blockDraft(extents, place =>
      isRule
        ? { kind: 'rule', text, blankLinesBefore, ...stated, ...place }
        : { kind: 'text', text, inlines, indent: 0, blankLinesBefore, ...stated, ...place },
    );
  });
}

function blockDraft(extents: readonly Extent[], block: (place: Place) => ManuscriptBlock): Draft {
  return { extents, finish: place => ({ block: block(place) }) };
}

/** A mark for a block, its label no longer than the block. */
function statedOf(mark: StatedMark | null, text: string): { readonly stated?: StatedMark } {
  if (mark === null) return {};
  if (mark.kind !== 'matter') return { stated: mark };
  const labelLength = Math.min(mark.matter.labelLength, text.length);
  return { stated: { ...mark, matter: { ...mark.matter, labelLength } } };
}

/** The mark of the lines after the first: their section goes on. */
function continued(mark: StatedMark | null): StatedMark | null {
  return mark?.kind === 'matter' ? { ...mark, matter: { ...mark.matter, isStart: false } } : mark;
}
