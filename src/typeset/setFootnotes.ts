import type { Block, Footnote, Inline } from '../book/tree.ts';
import type { ElementNode, Galley } from './galley.ts';
import { setBlocks } from './setBlocks.ts';
import { addDivider } from './setMatter.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Adds the notes of a chapter or a section below its text: under a short rule, in the setting of notes, each after its mark. */
export function addFootnotes(
  context: TypesetContext,
  galley: Galley,
  footnotes: readonly Footnote[],
  setting: TextSetting,
  parent: ElementNode,
): void {
  if (footnotes.length === 0) return;
  addDivider(context, galley);
  for (const note of footnotes) {
    galley.addSpace(setting.leadingPt * noteGap);
    setBlocks(context, galley, labelled(note), { ...setting, snapsToGrid: false }, { role: 'Note', parent });
  }
}

/** The blank between two notes, in lines of their own. */
const noteGap = 0.25;

/** A note's blocks, its mark before the first words. */
function labelled({ label, blocks }: Footnote): readonly Block[] {
  const mark: Inline = { type: 'text', value: `${label} ` };
  const [first, ...others] = blocks;
  if (first?.type === 'paragraph') return [{ ...first, children: [mark, ...first.children] }, ...others];
  return [{ type: 'paragraph', children: [mark] }, ...blocks];
}
