import type { Block } from '../book/tree.ts';
import type { ElementNode, Galley } from './galley.ts';
import type { TextSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/** Sets blocks into a galley; handed to what holds blocks itself, a list or a table. */
export type BlockSetter = (
  context: TypesetContext,
  galley: Galley,
  blocks: readonly Block[],
  setting: TextSetting,
  parent: ElementNode,
) => void;
