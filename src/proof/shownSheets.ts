import type { Sheet, SheetPlan, Signature } from '../impose/sheetPlan.ts';

/** A sheet that is shown, or in its place how many are not. */
export interface ShownSheet {
  readonly sheet: Sheet | null;
  readonly label: string;
  /** The signature that begins with it, of several; else `null`. */
  readonly signature: string | null;
}

/** What of a plan is shown, and a line about the rest; `null` where there is none. */
export interface ShownSheets {
  readonly cells: readonly ShownSheet[];
  readonly rest: string | null;
}

/** So many sheets are looked at with patience; a thicker signature shows its first ones and its last. */
const mostSheets = 6;
const firstSheets = 4;

/** Chooses the sheets that stand for all: those of the first signature, and of the next ones that have room beside it. */
export function shownSheets({ sheets, signatures }: SheetPlan): ShownSheets {
  const shown: ShownSheet[] = [];
  const seen = new Set<number>();
  let count = 0;
  for (const [index, signature] of signatures.entries()) {
    const fresh = signature.sheets.filter(sheet => !seen.has(sheet));
    if (shown.length > 0 && shown.length + fresh.length > mostSheets) break;
    for (const [place, sheet] of fresh.entries()) {
      seen.add(sheet);
      const begun = signatures.length === 1 || place > 0 ? null : signatureLabel(signatures, index, fresh);
      shown.push({ sheet: sheets[sheet] ?? null, label: `sheet ${sheet + 1}`, signature: begun });
    }
    count = index + 1;
  }
  const rest = describeRest(sheets.length - seen.size, signatures.length - count);
  if (shown.length <= mostSheets) return { cells: shown, rest };
  const hidden = shown.length - firstSheets - 1;
  const gap: ShownSheet = { sheet: null, label: `… ${hidden} more sheets …`, signature: null };
  return { cells: [...shown.slice(0, firstSheets), gap, ...shown.slice(-1)], rest };
}

/** Two signatures may lie on the same sheets. */
function signatureLabel(signatures: readonly Signature[], index: number, sheets: readonly number[]): string {
  const isShared = signatures[index + 1]?.sheets.some(sheet => sheets.includes(sheet)) ?? false;
  return isShared ? `signatures ${index + 1} and ${index + 2}` : `signature ${index + 1}`;
}

function describeRest(sheets: number, signatures: number): string | null {
  if (sheets === 0) return null;
  const counted = sheets === 1 ? 'one more sheet' : `${sheets} more sheets`;
  if (signatures === 0) return `And ${counted}.`;
  return `And ${signatures === 1 ? 'one more signature' : `${signatures} more signatures`}: ${counted}.`;
}
