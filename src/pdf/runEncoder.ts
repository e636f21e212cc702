import type { ShapedText, Shaper, TextDirection } from '../fonts/shape.ts';
import type { TextStyle } from '../typeset/pageList.ts';
import { formatNumber } from './pdfSyntax.ts';
import type { PdfFont } from './pdfkitFont.ts';

/** Turns text of one style into the operand of `TJ`, word by word and each word once. */
export interface RunEncoder {
  /**
   * The operand for a run, `[(ab)-12(cd)]`, two bytes a glyph. Spaces are `wordSpacePt` wide before the line is scaled; the
   * last character stands for a soft hyphen if `endsInSoftHyphen` says so. A run from right to left is written in
   * reading order, too, the pen moving back from its right edge: what reads content in its order, and the structure with it,
   * then reads the words as they are spoken.
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
  const spaces = new Map<number, string>();
  const [spaceGlyph = 0] = shaper.shape(' ').glyphIds;
  const { code: spaceCode, bytes: spaceBytes } = font.codeOf(spaceGlyph, ' ');
  const spaceWidth = font.widthOf(spaceCode);

  function encodeWord(word: string): string {
    let encoded = words.get(word);
    if (encoded === undefined) {
      // A soft hyphen is shown only where it was put for that.
      if (word.endsWith('\u00ad')) return encodeHyphenated(`${word.slice(0, -1)}-`);
      encoded = encodeGlyphs(shaper.shape(word), word, font, style);
      words.set(word, encoded);
    }
    return encoded;
  }

  function encodeHyphenated(word: string): string {
    let encoded = softHyphenWords.get(word);
    if (encoded === undefined) {
      encoded = encodeGlyphs(shaper.shape(word), `${word.slice(0, -1)}\u00ad`, font, style);
      softHyphenWords.set(word, encoded);
    }
    return encoded;
  }

  /** A space between two words, by tenths of a thousandth of an em. */
  function spaceOf(wordSpacePt: number): string {
    const wanted = ((wordSpacePt - style.trackingPt) * 1000) / style.sizePt;
    const adjustment = Math.round((spaceWidth - wanted) * 10);
    let space = spaces.get(adjustment);
    if (space === undefined) {
      space = adjustment === 0 ? spaceBytes : `${spaceBytes})${formatNumber(adjustment / 10, 1)}(`;
      spaces.set(adjustment, space);
    }
    return space;
  }

  function encodeRightToLeft(word: string): string {
    let encoded = rightToLeftWords.get(word);
    if (encoded === undefined) {
      encoded = word === '' ? '' : encodeBackwards(shaper.shape(word, 'rtl'), word, font, style);
      rightToLeftWords.set(word, encoded);
    }
    return encoded;
  }

  function encodeFromRight(text: string, wordSpacePt: number): string {
    const tracking = (style.trackingPt * 1000) / style.sizePt;
    const space = moveBy((wordSpacePt * 1000) / style.sizePt) + spaceBytes + moveBy(spaceWidth + tracking);
    return `[(${text.split(' ').map(encodeRightToLeft).join(space)})]`;
  }

  return {
    encode: (text, wordSpacePt, endsInSoftHyphen, direction) => {
      if (direction === 'rtl') return encodeFromRight(text, wordSpacePt);
      const space = spaceOf(wordSpacePt);
      let operand = '[(';
      let start = 0;
      for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', start)) {
        if (at > start) operand += encodeWord(text.slice(start, at));
        start = at + 1;
        // Nothing stands behind the last space of a line that its width would move.
        operand += start === text.length ? spaceBytes : space;
      }
      const last = text.slice(start);
      if (last !== '') operand += endsInSoftHyphen ? encodeHyphenated(last) : encodeWord(last);
      return `${operand})]`;
    },
  };
}

/** What stands between `[(` and `)]`: codes, broken open where a glyph does not stand where its width puts it. */
function encodeGlyphs(shaped: ShapedText, text: string, font: PdfFont, style: TextStyle): string {
  const { glyphIds, advances, xOffsets, yOffsets, clusters, hasOffsets } = shaped;
  const texts = isOneToOne(clusters) ? null : glyphTexts(clusters, text);
  let encoded = '';
  for (let index = 0; index < glyphIds.length; index++) {
    const meant = texts === null ? text.slice(clusters[index], clusters[index + 1]) : (texts[index] ?? '');
    const { code, bytes } = font.codeOf(glyphIds[index] ?? 0, meant);
    const drift = font.widthOf(code) - (advances[index] ?? 0);
    if (!hasOffsets) {
      encoded += drift === 0 ? bytes : bytes + moveBy(drift);
      continue;
    }
    const dx = xOffsets[index] ?? 0;
    const dy = Math.min(Math.max(yOffsets[index] ?? 0, lowestOffset), highestOffset);
    encoded += moveBy(-dx) + (dy === 0 ? bytes : raised(bytes, dy, style)) + moveBy(drift + dx);
  }
  return encoded;
}

/** The same from right to left: the pen steps back over each glyph, shows it, and steps back to where it began. */
function encodeBackwards(shaped: ShapedText, text: string, font: PdfFont, style: TextStyle): string {
  const { glyphIds, advances, xOffsets, yOffsets, clusters } = shaped;
  const texts = glyphTexts(clusters, text);
  const tracking = (style.trackingPt * 1000) / style.sizePt;
  let encoded = '';
  for (let index = glyphIds.length - 1; index >= 0; index--) {
    const { code, bytes } = font.codeOf(glyphIds[index] ?? 0, texts[index] ?? '');
    const advance = (advances[index] ?? 0) + tracking;
    const dx = xOffsets[index] ?? 0;
    const dy = Math.min(Math.max(yOffsets[index] ?? 0, lowestOffset), highestOffset);
    const shown = dy === 0 ? bytes : raised(bytes, dy, style);
    encoded += moveBy(advance - dx) + shown + moveBy(font.widthOf(code) + tracking + dx);
  }
  return encoded;
}

/** Moves the pen back by thousandths of an em. */
function moveBy(thousandths: number): string {
  const number = formatNumber(thousandths, 2);
  return number === '0' ? '' : `)${number}(`;
}

function raised(bytes: string, dy: number, style: TextStyle): string {
  const risePt = style.risePt + (dy * style.sizePt) / 1000;
  return `)] TJ ${formatNumber(risePt, 2)} Ts [(${bytes})] TJ ${formatNumber(style.risePt, 2)} Ts [(`;
}

/** Whether each glyph starts a cluster of its own, in the order of the text: as in nearly every word. */
function isOneToOne(clusters: readonly number[]): boolean {
  for (let index = 1; index < clusters.length; index++) {
    if ((clusters[index] ?? 0) <= (clusters[index - 1] ?? 0)) return false;
  }
  return clusters[0] === 0;
}

/**
 * The text each glyph stands for. Of several glyphs that show several characters together, each of the last ones stands for
 * one character and the first for the rest; a ligature stands for all its letters. From right to left the letter stands for its
 * marks, too: poppler takes a mark that has a code of its own for the end of a word there.
 */
function glyphTexts(clusters: readonly number[], text: string): string[] {
  const starts = [...new Set(clusters)].sort((a, b) => a - b);
  const endOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]));
  const glyphsOf = new Map<number, number[]>();
  const isBackwards = (clusters[0] ?? 0) > (clusters.at(-1) ?? 0);
  clusters.forEach((cluster, glyph) => {
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
