import { type BidiLevel, loadBidiAlgorithm } from '../fonts/bidiAlgorithm.ts';
import { splitByFace } from '../fonts/fallback.ts';
import type { FontFace } from '../fonts/fontFace.ts';
import { glyphOutline, type PathStep } from '../fonts/glyphOutline.ts';
import { type FeatureTags, type ShapedText, shapeText, type TextDirection } from '../fonts/shape.ts';
import { visualOrder } from '../fonts/visualOrder.ts';
import { directionOf, hasRightToLeft } from '../text/writingDirection.ts';
import type { Color, LetteringShape, Point } from './drawing.ts';
import { outlineBox, placeOutline } from './outline.ts';

/** How a piece of lettering is set, whatever its size. */
export interface TypeStyle {
  /** The face to set in, then the faces that may lend it a glyph. */
  readonly faces: readonly [FontFace, ...FontFace[]];
  readonly features: FeatureTags;
  /** Space added after each glyph, in thousandths of an em. */
  readonly tracking: number;
  /** Distance from baseline to baseline, in ems. */
  readonly leadingEm: number;
  /** Parts text among the fonts of a book; among `faces` unless it is said. */
  readonly split?: (text: string) => readonly StyledRun[];
  readonly smallWords?: SmallWords;
}

/** A stretch of a line in one face, at a share of the line's size. */
export interface StyledRun {
  readonly text: string;
  readonly face: FontFace;
  readonly scale: number;
  /** Grapheme clusters that no face has. */
  readonly missing: readonly string[];
}

/** Words that join others, an "of" for instance, and that a style sets smaller than those. */
export interface SmallWords {
  /** In lower case. */
  readonly words: ReadonlySet<string>;
  /** Their size, as a share of the others'. */
  readonly scale: number;
  /** How far above the baseline they stand, in thousandths of an em of the others. */
  readonly rise: number;
}

/** A line set at a size of 1000 units, its baseline's start at the origin, y upwards. */
export interface SetLine {
  readonly text: string;
  readonly steps: readonly PathStep[];
  readonly advance: number;
  /** The edges of the ink, all 0 for a line without any; `inkBottom` is negative below the baseline. */
  readonly inkLeft: number;
  readonly inkRight: number;
  readonly inkTop: number;
  readonly inkBottom: number;
}

/** The text without the grapheme clusters that no face has a glyph for, without doubled spaces and control characters. */
export function drawableText(text: string, style: TypeStyle): string {
  const clean = withoutControls(text);
  const missing = new Set(missingGraphemes(text, style));
  if (missing.size === 0) return clean;
  const drawable = [...graphemes.segment(clean)].filter(({ segment }) => !missing.has(segment));
  return spaced(drawable.map(({ segment }) => segment).join(''));
}

/** The grapheme clusters of a text that no face has a glyph for, each as often as it occurs. */
export function missingGraphemes(text: string, style: TypeStyle): readonly string[] {
  return splitRuns(withoutControls(text), style).flatMap(run => run.missing);
}

function withoutControls(text: string): string {
  return spaced(text.normalize('NFC').replace(notDrawn, ' '));
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Matches a tab, U+0085 and a line separator; not a letter or a no-break space. */
const notDrawn = /[\p{Cc}\u2028\u2029]+/gu;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Shapes a line and takes the outlines of its glyphs; the direction is that of the paragraph, of which it may be a part. */
export function setLine(text: string, style: TypeStyle, direction: TextDirection = directionOf(text)): SetLine {
  const steps: PathStep[] = [];
  let pen = 0;
  for (const run of inVisualOrder(text, runsOf(text, style), direction)) pen = setRun(run, style, pen, steps);
  const box = outlineBox(steps);
  return {
    text,
    steps,
    advance: pen - style.tracking,
    inkLeft: box?.left ?? 0,
    inkRight: box?.right ?? 0,
    // The box has y downwards, the line upwards: its greatest y is the top of the ink.
    inkTop: box?.bottom ?? 0,
    inkBottom: box?.top ?? 0,
  };
}

/** How wide a line is at a size of 1000 units, from its pen's start to its end. */
export function measureText(text: string, style: TypeStyle): number {
  let width = 0;
  for (const run of runsOf(text, style)) {
    const shaped = shapeRun(run, style.features);
    width += run.scale * (shaped.width + style.tracking * shaped.advances.filter(advance => advance !== 0).length);
  }
  return width;
}

/** What was shaped last, by face and features; lettering is measured many times until its size is found. */
const shapedRuns = new WeakMap<FontFace, Map<string, ShapedText>>();

/** More than the words of any cover; what is kept beyond one cover is of use to the next of the same names. */
const mostKept = 2000;

function shapeRun({ face, text }: StyledRun, features: FeatureTags, direction?: TextDirection): ShapedText {
  let known = shapedRuns.get(face);
  if (known === undefined || known.size > mostKept) shapedRuns.set(face, (known = new Map<string, ShapedText>()));
  const key = `${features.join(' ')}\n${direction ?? ''}\n${text}`;
  const shaped = known.get(key) ?? shapeText(face, text, features, direction === undefined ? {} : { direction });
  known.set(key, shaped);
  return shaped;
}

interface PlacedRun extends StyledRun {
  /** Above the baseline, in thousandths of an em. */
  readonly rise: number;
  /** Guessed from the characters where it is not said, as of a line that is in letters from left to right throughout. */
  readonly direction?: TextDirection;
}

/** Parts runs where their direction changes, and gives them the places in which they stand from left to right (UAX 9). */
function inVisualOrder(text: string, runs: readonly PlacedRun[], direction: TextDirection): readonly PlacedRun[] {
  if (!hasRightToLeft(text)) return runs;
  const levels = loadBidiAlgorithm().levelsOf(runs.map(run => run.text).join(''), direction);
  const parted: { readonly run: PlacedRun; readonly level: BidiLevel }[] = [];
  let first = 0;
  for (const run of runs) {
    const end = first + run.text.length;
    for (let start = first, next = first + 1; next <= end; next += 1) {
      const level = levels[start] ?? 0;
      if (next < end && levels[next] === level) continue;
      const part = run.text.slice(start - first, next - first);
      parted.push({ run: { ...run, text: part, direction: level % 2 === 1 ? 'rtl' : 'ltr' }, level });
      start = next;
    }
    first = end;
  }
  return visualOrder(parted.map(({ level }) => level)).flatMap(index => parted[index]?.run ?? []);
}

function splitRuns(text: string, style: TypeStyle): readonly StyledRun[] {
  if (style.split !== undefined) return style.split(text);
  return splitByFace(text, style.faces).map(run => ({ ...run, scale: 1 }));
}

function runsOf(text: string, style: TypeStyle): readonly PlacedRun[] {
  const { smallWords } = style;
  if (smallWords === undefined) return splitRuns(text, style).map(run => ({ ...run, rise: 0 }));
  return text.split(wordBounds).flatMap(part => {
    const isSmall = smallWords.words.has(part.toLowerCase());
    const [scale, rise] = isSmall ? [smallWords.scale, smallWords.rise] : [1, 0];
    return splitRuns(part, style).map(run => ({ ...run, scale: run.scale * scale, rise }));
  });
}

/** Matches before and after a space: "House of Smoke" has five parts. */
const wordBounds = /(?<= )(?! )|(?<! )(?= )/;

function setRun(run: PlacedRun, style: TypeStyle, start: number, steps: PathStep[]): number {
  const shaped = shapeRun(run, style.features, run.direction);
  const { scale, rise } = run;
  let pen = start;
  for (const [index, glyphId] of shaped.glyphIds.entries()) {
    const place: Point = [pen + scale * (shaped.xOffsets[index] ?? 0), rise + scale * (shaped.yOffsets[index] ?? 0)];
    for (const step of placeOutline(glyphOutline(run.face, glyphId), scale, scale, place)) steps.push(step);
    const advance = shaped.advances[index] ?? 0;
    // A mark has no advance of its own and stays on its letter.
    pen += advance === 0 ? 0 : scale * (advance + style.tracking);
  }
  return pen;
}

/** The line at a size, its baseline's start at a place of the drawing. `null` when it has no ink. */
export function placeLine(line: SetLine, sizeUnits: number, origin: Point, fill: Color): LetteringShape | null {
  const scale = sizeUnits / 1000;
  const steps = placeOutline(line.steps, scale, -scale, origin);
  const box = outlineBox(steps);
  return box === null ? null : { type: 'lettering', text: line.text, box, steps, fill };
}
