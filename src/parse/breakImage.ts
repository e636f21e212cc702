import { isRuleLine } from './ruleLine.ts';

/** Matches the description of an image that is drawn as a scene break: `scene break`, `divider`; not `A lamp`. */
const breakImage = /^(?:scene[ -]?break|divider|separator|line ?break|page ?break|section break)\b/i;

/** Whether the description of an image says that it is drawn as a scene break, in words or as one is typed: `***`. */
export function isBreakImage(description: string): boolean {
  return breakImage.test(description) || isRuleLine(description);
}
