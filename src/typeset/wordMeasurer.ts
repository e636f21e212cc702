import type { FaceStretch, FontId } from '../fonts/fontLibrary.ts';
import type { ShapedText, Shaper, TextDirection } from '../fonts/shape.ts';
import type { ShaperPool } from '../fonts/shaperPool.ts';
import type { BidiLevel } from '../fonts/bidiAlgorithm.ts';
import { isAllIdeographs } from './ideographs.ts';
import type { MeasuredWord, StyledText, WordPiece } from './measuredWord.ts';
import type { TextStyle } from './pageList.ts';
import { hangAtLineEnd, hangAtLineStart } from './protrusion.ts';
import type { StyleTable } from './styleTable.ts';
import { deriveStyle } from './textStyle.ts';

/** Measures words by shaping them; every distinct word of a style is shaped once. */
export interface WordMeasurer {
  /** A word of one style and level, outside links. */
  readonly word: (part: StyledText) => MeasuredWord;
  /** The same of a word without level, which is looked up as it is. */
  readonly plainWord: (text: string, style: number) => MeasuredWord;
  /** A word of several styles or inside a link. */
  readonly joinedWord: (parts: readonly StyledText[]) => MeasuredWord;
  /** A text parted among the faces that can set it, each part in a style of its own. */
  readonly facesOf: (part: StyledText) => readonly StyledText[];
  /** The same pieces cut at UTF-16 offsets of the word, with a hyphen put after the end when `hyphen` says so. */
  readonly cutPieces: (word: MeasuredWord, start: number, end: number, hyphen: boolean) => WordPiece[];
  /** The width before every offset of the word, `text.length + 1` entries; kerning across the offset is ignored. */
  readonly prefixWidths: (word: MeasuredWord) => Float64Array;
  /** The advance of a text of one style in the style's own face. */
  readonly widthOf: (text: string, style: number, level?: BidiLevel) => number;
  /** The style of a text's mark in a style: superiors as the face draws them, else its figures raised and made small. */
  readonly markStyle: (mark: string, style: number) => number;
  readonly hangLeft: (piece: WordPiece) => number;
  readonly hangRight: (piece: WordPiece) => number;
}

/**
 * Letters, figures and marks that stand apart from each other, carry nothing and are no squares: nothing needs to be asked of
 * them but whether the face has them. Matches "“Don’t—”"; not "naïve", "語".
 */
const plainText = /^[\x20-\x7e‘’“”–—…]*$/;

/** The feature that draws figures and signs as superiors. */
const superiors = 'sups';

const nothingMissing: readonly string[] = [];

/** Matches ten marks on one letter; not the two of "ǘ". */
const stackedMarks = /\p{M}{10}/u;

/** Matches a letter of a script that is no alphabet of letters standing apart: "語", "ع", "क"; not "é", "д", "’". */
const unexpandable =
  /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}]/u;

export function createWordMeasurer(styles: StyleTable, shapers: ShaperPool): WordMeasurer {
  const words: Map<string, MeasuredWord>[] = [];
  /** Words at levels, by level, style and text. */
  const leveledWords = new Map<string, MeasuredWord>();
  const styleShapers: Shaper[] = [];

  const shaperOf = (style: number): Shaper => (styleShapers[style] ??= shapers.shaperFor(styles.at(style)));
  const widthOf = (text: string, style: number, level: BidiLevel = 0): number =>
    shapedWidthPt(shaperOf(style).shape(text, directionOf(level)), styles.at(style));

  function hang(character: string, style: number, share: number): number {
    return share === 0 ? 0 : share * widthOf(character, style);
  }
  const hangLeft = (piece: WordPiece): number => {
    const first = piece.text.charAt(0);
    if (piece.isInner === true) return 0;
    return hang(first, piece.style, hangAtLineStart(first));
  };
  const hangRight = (piece: WordPiece): number => {
    const last = piece.text.charAt(piece.text.length - 1);
    if (piece.isInner === true) return 0;
    return hang(last, piece.style, hangAtLineEnd(last));
  };

  /** The gaps between the glyphs of a text in squares, each of which may be widened a little; -1 for any other text. */
  function jointsIn(pieces: readonly WordPiece[]): number {
    for (const { text } of pieces) if (!isAllIdeographs(text)) return -1;
    return pieces.reduce((sum, { style, text }) => sum + shaperOf(style).shape(text).glyphIds.length, -1);
  }

  function markStyle(mark: string, style: number): number {
    const own = styles.at(style);
    const drawn = styles.indexOf({ ...own, features: [...own.features, superiors] });
    const plain = shaperOf(style).shape(mark).glyphIds;
    const superior = shaperOf(drawn).shape(mark).glyphIds;
    const isDrawn = superior.length === plain.length && superior.every((glyph, index) => glyph !== plain[index]);
    return isDrawn ? drawn : styles.indexOf(deriveStyle(own, 'footnoteReference'));
  }

  /** A word that is all plain: what {@link measureParts} would find of it, with fewer questions. */
  function measurePlain({ text, style, target }: StyledText): MeasuredWord {
    const piece = { text, style, widthPt: widthOf(text, style), target };
    const { language } = styles.at(style);
    const word: MeasuredWord = {
      text,
      pieces: [piece],
      widthPt: piece.widthPt,
      hangLeftPt: hangLeft(piece),
      hangRightPt: hangRight(piece),
      missing: nothingMissing,
      hasStackedMarks: false,
      isExpandable: true,
      breaks: { finder: null, plain: null, hyphenated: null, anywhere: null },
    };
    return language === undefined ? word : { ...word, language };
  }

  /** Whether a word outside links and levels is plain and its style's own face has all of it. */
  function isPlain(text: string, style: number): boolean {
    if (!plainText.test(text)) return false;
    const { font, language } = styles.at(style);
    const [own, ...others] = shapers.fonts.split(text, font, language);
    return own !== undefined && others.length === 0 && own.font === null && own.missing.length === 0;
  }

  function measureParts(parts: readonly StyledText[]): MeasuredWord {
    const pieces: WordPiece[] = [];
    const missing: string[] = [];
    for (const part of parts) {
      for (const run of shapers.fonts.split(part.text, styles.at(part.style).font, styles.at(part.style).language)) {
        const style = styleFor(run, part.style, styles);
        const piece = { text: run.text, style, widthPt: widthOf(run.text, style, part.level), target: part.target };
        pieces.push(part.level === undefined ? piece : { ...part, ...piece });
        missing.push(...run.missing);
      }
    }
    const [first, ...others] = pieces;
    if (first === undefined) throw new RangeError('a word has at least one character');
    const { language } = styles.at(first.style);
    const joints = jointsIn(pieces);
    // Of one shape for nearly all words: what goes through a line's words then reads them fast.
    const word: MeasuredWord = {
      text: pieces.map(piece => piece.text).join(''),
      pieces: [first, ...others],
      widthPt: pieces.reduce((sum, piece) => sum + piece.widthPt, 0),
      hangLeftPt: hangLeft(first),
      hangRightPt: hangRight(others.at(-1) ?? first),
      missing,
      hasStackedMarks: parts.some(part => !plainText.test(part.text) && stackedMarks.test(part.text)),
      isExpandable: parts.every(part => plainText.test(part.text) || !unexpandable.test(part.text)),
      breaks: { finder: null, plain: null, hyphenated: null, anywhere: null },
    };
    if (language === undefined && joints < 0) return word;
    return { ...word, ...(language === undefined ? {} : { language }), ...(joints < 0 ? {} : { joints }) };
  }

  function leveledWord(part: StyledText, level: BidiLevel): MeasuredWord {
    const { text, style } = part;
    const key = `${level} ${part.isInner === true} ${style} ${text}`;
    let word = leveledWords.get(key);
    if (word === undefined) {
      word = measureParts([part]);
      leveledWords.set(key, word);
    }
    return word;
  }

  function plainWord(text: string, style: number): MeasuredWord {
    const known = (words[style] ??= new Map<string, MeasuredWord>());
    let word = known.get(text);
    if (word === undefined) {
      const part = { text, style, target: null };
      word = isPlain(text, style) ? measurePlain(part) : measureParts([part]);
      known.set(text, word);
    }
    return word;
  }

  return {
    word: part => (part.level === undefined ? plainWord(part.text, part.style) : leveledWord(part, part.level)),
    plainWord,
    joinedWord: measureParts,
    facesOf: part =>
      shapers.fonts
        .split(part.text, styles.at(part.style).font, styles.at(part.style).language)
        .map(run => ({ ...part, text: run.text, style: styleFor(run, part.style, styles) })),
    cutPieces: (word, start, end, hyphen) => cutPieces(word, start, end, hyphen, widthOf),
    prefixWidths: word => {
      const widths = new Float64Array(word.text.length + 1);
      let start = 0;
      for (const piece of word.pieces) {
        addPrefixWidths(
          widths,
          start,
          shaperOf(piece.style).shape(piece.text, directionOf(piece.level)),
          styles.at(piece.style),
          piece.text.length,
        );
        start += piece.text.length;
      }
      return widths;
    },
    widthOf,
    markStyle,
    hangLeft,
    hangRight,
  };
}

/** The advance in points of a shaped text, letterspacing included. */
function shapedWidthPt(shaped: ShapedText, style: TextStyle): number {
  return (shaped.width * style.sizePt) / 1000 + shaped.glyphIds.length * style.trackingPt;
}

/** Matches a letter of a script whose letters hang together: "ع"; no space may come between them. Not "ש". */
const joinedScript = /[\u0600-\u07bf\u0840-\u08ff\ufb50-\ufdff\ufe70-\ufefe]/;

function styleFor(stretch: FaceStretch, own: number, styles: StyleTable): number {
  const { font, scale, text } = stretch;
  const style = font === null ? styles.at(own) : fallbackStyle(styles.at(own), font, scale);
  if (style.trackingPt !== 0 && joinedScript.test(text)) return styles.indexOf({ ...style, trackingPt: 0 });
  return font === null ? own : styles.indexOf(style);
}

function directionOf(level = 0): TextDirection {
  return level % 2 === 1 ? 'rtl' : 'ltr';
}

/** What a fallback face sets stands beside small text capitals or not as it is: no features, its small letters as high. */
function fallbackStyle(style: TextStyle, font: FontId, scale: number): TextStyle {
  return { ...style, font, features: [], sizePt: style.sizePt * scale };
}

function cutPieces(
  word: MeasuredWord,
  start: number,
  end: number,
  hyphen: boolean,
  widthOf: WordMeasurer['widthOf'],
): WordPiece[] {
  const cut: WordPiece[] = [];
  let offset = 0;
  for (const piece of word.pieces) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, piece.text.length);
    const isLast = end <= offset + piece.text.length;
    if (to > from) {
      const text = piece.text.slice(from, to) + (hyphen && isLast ? '-' : '');
      cut.push({ ...piece, text, widthPt: widthOf(text, piece.style, piece.level) });
    }
    offset += piece.text.length;
    if (isLast) break;
  }
  return cut;
}

/** Fills in the widths from `start` on; those before are there already. Each letter of a ligature gets its share of it. */
function addPrefixWidths(
  widths: Float64Array,
  start: number,
  shaped: ShapedText,
  style: TextStyle,
  length: number,
): void {
  if (isGlyphALetter(shaped.clusters, length)) {
    let x = widths[start] ?? 0;
    for (let index = 0; index < length; index++) {
      x += ((shaped.advances[index] ?? 0) * style.sizePt) / 1000 + style.trackingPt;
      widths[start + index + 1] = x;
    }
    return;
  }
  const advances = new Float64Array(length + 1);
  const isClusterStart = new Uint8Array(length + 1);
  isClusterStart[length] = 1;
  shaped.clusters.forEach((cluster, glyph) => {
    const advancePt = ((shaped.advances[glyph] ?? 0) * style.sizePt) / 1000 + style.trackingPt;
    advances[cluster] = (advances[cluster] ?? 0) + advancePt;
    isClusterStart[cluster] = 1;
  });
  for (let cluster = 0; cluster < length;) {
    let next = cluster + 1;
    while (isClusterStart[next] === 0) next++;
    const sharePt = (advances[cluster] ?? 0) / (next - cluster);
    for (let index = cluster; index < next; index++) widths[start + index + 1] = (widths[start + index] ?? 0) + sharePt;
    cluster = next;
  }
}

/** Whether each character is shown by a glyph of its own, in the order of the text: as in most words. */
function isGlyphALetter(clusters: readonly number[], length: number): boolean {
  return clusters.length === length && clusters.every((cluster, index) => cluster === index);
}
