import type { ElementNode } from './galley.ts';
import type { StructureRole } from './pageList.ts';

/** An element below `parent`, with the block's language where it has one of its own. */
export function childElement(role: StructureRole, parent: ElementNode, language?: string): ElementNode {
  return language === undefined ? { role, parent } : { role, parent, language };
}
