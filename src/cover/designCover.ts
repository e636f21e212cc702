import type { Drawing } from '../drawing/drawing.ts';
import type { CoverSubject } from './coverSubject.ts';
import { designWoodcutCover } from './woodcut/woodcutCover.ts';

/** The styles a cover can be drawn in. */
export const coverStyles = ['woodcut'] as const;

export type CoverStyle = (typeof coverStyles)[number];

/** Whether a name, from a configuration perhaps, is that of a style. */
export function isCoverStyle(name: string): name is CoverStyle {
  const names: readonly string[] = coverStyles;
  return names.includes(name);
}

const designers: Readonly<Record<CoverStyle, (subject: CoverSubject) => Drawing>> = {
  woodcut: designWoodcutCover,
};

/**
 * Draws a book's cover, 1000 by 1600 units. The picture follows from the book's id alone, so that a rebuild has the same
 * one; characters that no bundled font has are left out of the lettering (see `missingFromCover`).
 */
export function designCover(subject: CoverSubject, style: CoverStyle): Drawing {
  return designers[style](subject);
}
