import { kdp } from './printers/kdp.ts';
import { lulu } from './printers/lulu.ts';
import type { GutterStep } from './theme.ts';
import type { PrinterRules } from './printers/printerRules.ts';

/** What a PDF is made for. */
export const printProfileNames = ['screen', 'print', 'kdp', 'lulu', 'archive'] as const;
export type PrintProfileName = (typeof printProfileNames)[number];

export interface PrintProfile {
  readonly name: PrintProfileName;
  /** Whether the pages are bound: their inner margins grow with the book, and leaves are whole. */
  readonly isBound: boolean;
  /** Whether the book is read where links can be followed. */
  readonly isOnScreen: boolean;
  /** Whose rules the pages keep; `null` for one's own printer or none. */
  readonly printer: PrinterRules | null;
  /** The least inner margins by the number of pages. */
  readonly gutters: readonly GutterStep[];
  /** Nothing is printed nearer to the edge than this, in points. */
  readonly safePt: number;
}

/** Few printers at home reach nearer to the edge of the paper than a quarter of an inch. */
const homePrinterPt = 18;

/** One's own binding asks for no less than KDP's does. */
export const printProfiles: Readonly<Record<PrintProfileName, PrintProfile>> = {
  screen: { name: 'screen', isBound: false, isOnScreen: true, printer: null, gutters: [], safePt: homePrinterPt },
  print: {
    name: 'print',
    isBound: true,
    isOnScreen: false,
    printer: null,
    gutters: kdp.gutters,
    safePt: homePrinterPt,
  },
  kdp: {
    name: 'kdp',
    isBound: true,
    isOnScreen: false,
    printer: kdp,
    gutters: kdp.gutters,
    safePt: kdp.smallestMarginPt,
  },
  lulu: {
    name: 'lulu',
    isBound: true,
    isOnScreen: false,
    printer: lulu,
    gutters: lulu.gutters,
    safePt: lulu.smallestMarginPt,
  },
  archive: { name: 'archive', isBound: false, isOnScreen: true, printer: null, gutters: [], safePt: homePrinterPt },
};

export function isPrintProfile(name: string): name is PrintProfileName {
  return printProfileNames.some(known => known === name);
}
