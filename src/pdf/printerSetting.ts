import type { PrintedPlan } from '../impose/printedSides.ts';

/** How both sides of a sheet are printed (ISO 32000-1, 12.2, `Duplex`). */
export type PrinterSetting = 'Simplex' | 'DuplexFlipShortEdge' | 'DuplexFlipLongEdge';

/** What the printer's dialog is to offer for a plan. */
export function printerSettingOf({ sheets, duplex }: PrintedPlan): PrinterSetting {
  if (duplex === 'twoPasses' || sheets.every(({ back }) => back === null)) return 'Simplex';
  return duplex === 'shortEdge' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge';
}
