import type { Color } from '../drawing/drawing.ts';

/** The inks of a proof: black, and two that a print shop's marks are known by. */
export const inks = {
  ink: '#26221d',
  quiet: '#857c6e',
  hairline: '#cdc5b6',
  /** Folds: drawing blue. */
  fold: '#3d6d92',
  /** Cuts, and which end of a page is its head: vermilion. */
  cut: '#b8432b',
  paper: '#fdfbf6',
  paperEdge: '#d8d1c4',
  desk: '#e7e2d9',
} as const satisfies Readonly<Record<string, Color>>;
