import type { TextStyle } from '../typeset/pageList.ts';
import { formatHundredths, formatNumber } from './pdfSyntax.ts';

/**
 * The operators of one page's content stream (ISO 32000-1, 9.4), put together with no more of them than the page needs: a
 * style is set where it changes, and a place is told from the place before. Places are in hundredths of a point from the
 * bottom left.
 */
export interface ContentStream {
  /** Starts marked content: `/P<</MCID 0>>`. */
  readonly begin: (tag: string) => void;
  readonly end: () => void;
  /** Shows the operand of `TJ` in a style, its glyphs as wide as `expansion` says and `spreadPt` further apart. */
  readonly show: (
    operand: string,
    style: TextStyle,
    fontName: string,
    x: number,
    y: number,
    expansion: number,
    spreadPt: number,
  ) => void;
  /** Operators that are not text, between marked content. */
  readonly draw: (tag: string, operators: string) => void;
  readonly finish: () => string;
}

/** @param isTagged whether marked content is marked; without, what begins and ends it is left out */
export function createContentStream(isTagged: boolean): ContentStream {
  let operators = '';
  let isInText = false;
  let shown: TextStyle | null = null;
  let shownTracking = 0;
  let shownExpansion = 1;
  let leftOf = 0;
  let bottomOf = 0;

  function endText(): void {
    if (isInText) operators += 'ET\n';
    isInText = false;
  }

  return {
    begin: tag => {
      if (!isInText) {
        operators += 'BT\n';
        isInText = true;
        leftOf = 0;
        bottomOf = 0;
      }
      if (isTagged) operators += `${tag}BDC\n`;
    },
    end: () => {
      if (isTagged) operators += 'EMC\n';
    },
    show: (operand, style, fontName, x, y, expansion, spreadPt) => {
      if (style !== shown) operators += styleOperators(style, shown, fontName);
      const tracking = style.trackingPt + spreadPt;
      if (tracking !== shownTracking) operators += `${formatNumber(tracking, 3)} Tc `;
      shownTracking = tracking;
      if (expansion !== shownExpansion) operators += `${formatNumber(expansion * 100, 3)} Tz `;
      shown = style;
      shownExpansion = expansion;
      operators += `${formatHundredths(x - leftOf)} ${formatHundredths(y - bottomOf)} Td${operand}TJ\n`;
      leftOf = x;
      bottomOf = y;
    },
    draw: (tag, drawn) => {
      endText();
      operators += isTagged ? `${tag}BDC\n${drawn}\nEMC\n` : `${drawn}\n`;
    },
    finish: () => {
      endText();
      return operators;
    },
  };
}

/** Font, and rise where it is not as before. */
function styleOperators(style: TextStyle, before: TextStyle | null, fontName: string): string {
  const rise = style.risePt === (before?.risePt ?? 0) ? '' : `${formatNumber(style.risePt, 2)} Ts `;
  return `/${fontName} ${formatNumber(style.sizePt, 2)} Tf ${rise}`;
}
