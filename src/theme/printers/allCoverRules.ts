// What each printer asks of a cover, loaded as one, where there is to be one.
export { spineWidthPt } from './coverRules.ts';
export { homeCover } from './homeCover.ts';
export { kdpCover } from './kdpCover.ts';
export { luluCover } from './luluCover.ts';
