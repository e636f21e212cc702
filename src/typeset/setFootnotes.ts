import type { Block, Footnote, Inline } from '../book/tree.ts';
import type { ElementNode, Galley } from './galley.ts';
import { backReference } from './noteMarks.ts';
import { setBlocks } from './setBlocks.ts';
import { addDivider } from './setMatter.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/**
 * Adds the notes of a chapter or a section: to stand at the feet of the pages, or below its text, under a short rule, in the
 * setting of notes, as the design says.
 */
export function addFootnotes(
  context: TypesetContext,
  galley: Galley,
  footnotes: readonly Footnote[],
  setting: TextSetting,
  parent: ElementNode,
): void {
  if (footnotes.length === 0) return;
  if (context.design.footnotes === 'foot') {
    galley.footnotes.push(...footnotes);
    return;
  }
  addDivider(context, galley);
  for (const note of footnotes) setNote(context, galley, note, { ...setting, snapsToGrid: false }, parent);
}

/** The blank between two notes, in lines of their own. */
const noteGap = 0.25;

/** Sets one note below what is there, after its mark. */
export function setNote(
  context: TypesetContext,
  galley: Galley,
  note: Footnote,
  setting: TextSetting,
  parent: ElementNode,
): void {
  galley.addSpace(setting.leadingPt * noteGap);
  const element: ElementNode = { role: 'Note', parent };
  const first = galley.lines.length;
  setBlocks(context, galley, marked(note), setting, element);
  labelMark(galley, first, { role: 'Lbl', parent: element });
}

/** The mark, a link back, that the note's first line begins with is the note's label. */
function labelMark(galley: Galley, first: number, part: ElementNode): void {
  const line = galley.lines[first];
  const [mark, ...others] = line?.line.runs ?? [];
  if (line === undefined || mark?.target === undefined) return;
  galley.lines[first] = { ...line, line: { ...line.line, runs: [{ ...mark, part }, ...others] } };
}

/** A note's blocks, its mark before the first words. */
function marked({ id, blocks }: Footnote): readonly Block[] {
  const mark: readonly Inline[] = [backReference(id), { type: 'text', value: ' ' }];
  const [first, ...others] = blocks;
  if (first?.type === 'paragraph') return [{ ...first, children: [...mark, ...first.children] }, ...others];
  return [{ type: 'paragraph', children: mark }, ...blocks];
}
