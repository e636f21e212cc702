import type { ShapedText, Shaper, TextDirection } from '../fonts/shape.ts';
import type { TextStyle } from '../typeset/pageList.ts';
import type { PdfFont } from './pdfkitDocument.ts';

/** Turns text of one style into the operand of `TJ`, word by word and each word once. */
export interface RunEncoder {
  /**
   * The operand for a run: `[<0001>-12<0002>]`. Spaces are `wordSpacePt` wide; the last character stands for a soft hyphen
   * if `endsInSoftHyphen` says so. A run from right to left is written in reading order, too, the pen moving back from its
   * right edge: what reads content in its order, and the structure with it, then reads the words as they are spoken.
   */
  readonly encode: (text: string, wordSpacePt: number, endsInSoftHyphen: boolean, direction?: TextDirection) => string;
}

/** Marks that would climb off the line are held at these heights, in thousandths of an em. */
const highestOffset = 900;
const lowestOffset = -600;

export function createRunEncoder(style: TextStyle, shaper: Shaper, font: PdfFont): RunEncoder {
  const words = new Map<string, string>();
  const rightToLeftWords = new Map<string, string>();
  const softHyphenWords = new Map<string, string>();
  const [spaceGlyph = 0] = shaper.shape(' ').glyphIds;
  const spaceCode = font.codeOf(spaceGlyph, ' ');
  const spaceHex = hexCode(spaceCode);

  function encodeWord(word: string, endsInSoftHyphen: boolean): string {
    const known = endsInSoftHyphen ? softHyphenWords : words;
    let encoded = known.get(word);
    if (encoded === undefined) {
      const meant = endsInSoftHyphen ? `${word.slice(0, -1)}\u00ad` : word;
      encoded = encodeGlyphs(shaper.shape(word), meant, font, style);
      known.set(word, encoded);
    }
    return encoded;
  }

  function spaceOf(wordSpacePt: number): string {
    const wanted = ((wordSpacePt - style.trackingPt) * 1000) / style.sizePt;
    const adjustment = formatNumber(font.widthOf(spaceCode) - wanted, 1);
    return adjustment === '0' ? spaceHex : `${spaceHex}>${adjustment}<`;
  }

  function encodeRightToLeft(word: string): string {
    let encoded = rightToLeftWords.get(word);
    if (encoded === undefined) {
      encoded = encodeBackwards(shaper.shape(word, 'rtl'), word, font, style);
      rightToLeftWords.set(word, encoded);
    }
    return encoded;
  }

  function backwardSpaceOf(wordSpacePt: number): string {
    const tracking = (style.trackingPt * 1000) / style.sizePt;
    return moveBy((wordSpacePt * 1000) / style.sizePt) + spaceHex + moveBy(font.widthOf(spaceCode) + tracking);
  }

  return {
    encode: (text, wordSpacePt, endsInSoftHyphen, direction = 'ltr') => {
      if (direction === 'rtl') {
        const words = text.split(' ').map(word => (word === '' ? '' : encodeRightToLeft(word)));
        return `[<${words.join(backwardSpaceOf(wordSpacePt))}>]`;
      }
      const parts = text.split(' ');
      const last = parts.length - 1;
      const encoded = parts.map((part, index) =>
        part === '' ? '' : encodeWord(part, endsInSoftHyphen && index === last),
      );
      return `[<${encoded.join(spaceOf(wordSpacePt))}>]`;
    },
  };
}

/** What stands between `[<` and `>]`: codes in hexadecimal, broken open where a glyph does not stand where its width puts it. */
function encodeGlyphs(shaped: ShapedText, text: string, font: PdfFont, style: TextStyle): string {
  const texts = glyphTexts(shaped, text);
  let encoded = '';
  shaped.glyphIds.forEach((glyphId, index) => {
    const code = font.codeOf(glyphId, texts[index] ?? '');
    const advance = shaped.advances[index] ?? 0;
    const dx = shaped.xOffsets[index] ?? 0;
    const dy = Math.min(Math.max(shaped.yOffsets[index] ?? 0, lowestOffset), highestOffset);
    const hex = dy === 0 ? hexCode(code) : raised(hexCode(code), dy, style);
    encoded += moveBy(-dx) + hex + moveBy(font.widthOf(code) - advance + dx);
  });
  return encoded;
}

/** The same from right to left: the pen steps back over each glyph, shows it, and steps back to where it began. */
function encodeBackwards(shaped: ShapedText, text: string, font: PdfFont, style: TextStyle): string {
  const texts = glyphTexts(shaped, text);
  const tracking = (style.trackingPt * 1000) / style.sizePt;
  let encoded = '';
  for (let index = shaped.glyphIds.length - 1; index >= 0; index--) {
    const code = font.codeOf(shaped.glyphIds[index] ?? 0, texts[index] ?? '');
    const advance = (shaped.advances[index] ?? 0) + tracking;
    const dx = shaped.xOffsets[index] ?? 0;
    const dy = Math.min(Math.max(shaped.yOffsets[index] ?? 0, lowestOffset), highestOffset);
    const hex = dy === 0 ? hexCode(code) : raised(hexCode(code), dy, style);
    encoded += moveBy(advance - dx) + hex + moveBy(font.widthOf(code) + tracking + dx);
  }
  return encoded;
}

/** Moves the pen back by thousandths of an em. */
function moveBy(thousandths: number): string {
  const number = formatNumber(thousandths, 2);
  return number === '0' ? '' : `>${number}<`;
}

function raised(hex: string, dy: number, style: TextStyle): string {
  const risePt = style.risePt + (dy * style.sizePt) / 1000;
  return `>] TJ ${formatNumber(risePt, 2)} Ts [<${hex}>] TJ ${formatNumber(style.risePt, 2)} Ts [<`;
}

/**
 * The text each glyph stands for. Of several glyphs that show several characters together, each of the last ones stands for
 * one character and the first for the rest; a ligature stands for all its letters. From right to left the letter stands for its
 * marks, too: poppler takes a mark that has a code of its own for the end of a word there.
 */
function glyphTexts(shaped: ShapedText, text: string): string[] {
  const starts = [...new Set(shaped.clusters)].sort((a, b) => a - b);
  const endOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]));
  if (starts.length === shaped.clusters.length) {
    return shaped.clusters.map(cluster => text.slice(cluster, endOf.get(cluster)));
  }
  const glyphsOf = new Map<number, number[]>();
  const isBackwards = (shaped.clusters[0] ?? 0) > (shaped.clusters.at(-1) ?? 0);
  shaped.clusters.forEach((cluster, glyph) => {
    const glyphs = glyphsOf.get(cluster);
    if (glyphs === undefined) glyphsOf.set(cluster, [glyph]);
    else if (isBackwards) glyphs.unshift(glyph);
    else glyphs.push(glyph);
  });
  const texts: string[] = [];
  for (const [cluster, glyphs] of glyphsOf) {
    const characters = Array.from(text.slice(cluster, endOf.get(cluster)));
    const rest = isBackwards ? characters.length : Math.max(characters.length - glyphs.length + 1, 1);
    glyphs.forEach((glyph, position) => {
      texts[glyph] = position === 0 ? characters.slice(0, rest).join('') : (characters[rest + position - 1] ?? '');
    });
  }
  return texts;
}

function hexCode(code: number): string {
  return code.toString(16).padStart(4, '0');
}

/** A number as PDF writes it, without an exponent or a negative zero. */
export function formatNumber(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  const rounded = Math.round(value * scale) / scale;
  return String(rounded === 0 ? 0 : rounded);
}
