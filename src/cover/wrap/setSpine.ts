import type { Box, Color, LetteringShape, PathShape } from '../../drawing/drawing.ts';
import { drawableText, setLine, type SetLine, type TypeStyle } from '../../drawing/lettering.ts';
import { outlineBox } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { CoverDesign, CoverPalette, Motif } from '../coverDesign.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { inVoice, type LetteringVoice, typeStyleOf } from '../coverVoice.ts';
import { motifSize, placeMotif } from './placeMotif.ts';
import { type SpineDirection, spineDirection } from './spineDirection.ts';

/** The spine's lettering and ornament, in points. */
export interface SetSpine {
  readonly shapes: readonly (LetteringShape | PathShape)[];
  /** Whether the title stands on it. */
  readonly hasTitle: boolean;
}

/** What the spine takes from the front. */
export type SpineLook = Pick<CoverDesign, 'motif' | 'voice'>;

/** Smaller lettering is not read on a shelf, and no press promises it. */
const smallestPt = 7;
/** Larger lettering shouts: in points, and as a share of the spine's room. */
const largestPt = 30;
const largestShare = 0.72;
/** Names are a little smaller than the title. */
const namesScale = 0.84;
/** Lettering keeps this share of the spine's height from head and foot. */
const endShare = 0.045;

/** Title and names along the spine, an ornament at its foot where it is wide; a plain spine where they would be too small. */
export function setSpine(subject: CoverSubject, whole: Box, palette: CoverPalette, look: SpineLook): SetSpine {
  const endPt = endShare * (whole.bottom - whole.top);
  const safe = { ...whole, top: whole.top + endPt, bottom: whole.bottom - endPt };
  const ornament = footOrnament(safe, palette.accent, look.motif);
  const room = ornament === null ? safe : { ...safe, bottom: ornament.top - ornamentGapEm * (safe.right - safe.left) };
  const title = titleLine(subject, look.voice ?? plainVoice);
  const names = namesLine(subject);
  const direction = spineDirection(subject.language);
  for (const lines of names === null ? [[title]] : [[title, names], [title]]) {
    const sizePt = sizeFor(lines, room);
    if (lines.every(line => line.steps.length === 0) || sizePt < smallestPt) continue;
    const shapes = placeLines(lines, sizePt, room, direction, palette.ink);
    return { shapes: ornament === null ? shapes : [...shapes, ornament.shape], hasTitle: true };
  }
  return { shapes: [], hasTitle: false };
}

/** Between ornament and lettering, as a share of the spine's room. */
const ornamentGapEm = 0.8;

/** A spine narrower than this has no room for an ornament, in points. */
const ornamentFromPt = 18;
const ornamentShare = 0.8;

function footOrnament(
  safe: Box,
  color: Color,
  motif: Motif,
): { readonly shape: PathShape; readonly top: number } | null {
  const width = safe.right - safe.left;
  if (width < ornamentFromPt) return null;
  const [widthPt, heightPt] = motifSize(motif, Math.min(width * ornamentShare, 36), 36);
  const top = safe.bottom - heightPt;
  return { shape: placeMotif(motif, [(safe.left + safe.right - widthPt) / 2, top], widthPt, color), top };
}

interface SpineLine extends SetLine {
  /** At a size of 1000 units. */
  readonly capHeight: number;
  /** Its size as a share of the title's. */
  readonly scale: number;
}

function titleLine(subject: CoverSubject, voice: LetteringVoice): SpineLine {
  return lineIn(subject.title, titleVoice(subject, voice), 1, subject);
}

const plainVoice: LetteringVoice = { family: 'EB Garamond', face: 'regular', letters: 'asWritten' };

/** As in front, a little apart, as letters on a spine want to be; what only stands for a title is italic. */
function titleVoice({ isTitleGiven }: CoverSubject, { family, face, letters }: LetteringVoice): LetteringVoice {
  return {
    family,
    face: isTitleGiven ? face : 'italic',
    letters,
    ...(letters === 'asWritten' ? { tracking: 12 } : {}),
  };
}

/** Up to three names; more do not fit a spine, and some for all would be unjust. */
function namesLine(subject: CoverSubject): SpineLine | null {
  const names = subject.authors;
  if (names.length === 0 || names.length > 3) return null;
  const line = lineIn(
    names.join(' · '),
    { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals' },
    namesScale,
    subject,
  );
  return line.steps.length === 0 ? null : line;
}

function lineIn(text: string, voice: LetteringVoice, scale: number, { language, means }: CoverSubject): SpineLine {
  const style: TypeStyle = typeStyleOf(voice, { language, fonts: means?.fonts, isLong: false });
  return {
    ...setLine(inVoice(drawableText(text, style), voice, language), style),
    capHeight: style.faces[0].capHeight,
    scale,
  };
}

/** Between title and names at least, in ems. */
const gapEm = 1.6;

/** The title's size, as large as the spine is wide and long. */
function sizeFor(lines: readonly SpineLine[], room: Box): number {
  const [widthPt, lengthPt] = [room.right - room.left, room.bottom - room.top];
  const reach = Math.max(...lines.map(line => line.scale * reachOf(line)));
  const length = lines.reduce((sum, line) => sum + line.scale * inkWidth(line), (lines.length - 1) * gapEm * 1000);
  const widest = Math.min((500 * widthPt) / Math.max(1, reach), largestShare * widthPt, largestPt);
  return Math.min(widest, (1000 * lengthPt) / Math.max(1, length));
}

/** From the middle of a line to its furthest ink, up or down. */
function reachOf(line: SpineLine): number {
  return Math.max(line.inkTop - middleOf(line), middleOf(line) - line.inkBottom);
}

function inkWidth({ inkLeft, inkRight }: SpineLine): number {
  return inkRight - inkLeft;
}

/** What stands in the middle of the spine: half way up the capitals. */
function middleOf({ capHeight }: SpineLine): number {
  return capHeight / 2;
}

/** The title begins where reading begins, the names end where it ends; a title alone stands in the middle. */
function placeLines(
  lines: readonly SpineLine[],
  sizePt: number,
  room: Box,
  direction: SpineDirection,
  fill: Color,
): LetteringShape[] {
  const lengthPt = room.bottom - room.top;
  return lines.flatMap((line, index) => {
    const scale = (sizePt * line.scale) / 1000;
    const inkPt = inkWidth(line) * scale;
    const from = lines.length === 1 ? (lengthPt - inkPt) / 2 : index === 0 ? 0 : lengthPt - inkPt;
    const start = from - line.inkLeft * scale;
    const steps = turned(line, scale, start, room, direction);
    const box = outlineBox(steps);
    return box === null ? [] : [{ type: 'lettering', text: line.text, box, steps, fill } as const];
  });
}

/** Turns a line by a quarter: what ran to the right runs down, or up. */
function turned(line: SpineLine, scale: number, start: number, room: Box, direction: SpineDirection): PathStep[] {
  const axis = (room.left + room.right) / 2;
  const middle = middleOf(line);
  const place = (x: number, y: number): readonly [number, number] =>
    direction === 'down'
      ? [axis + (y - middle) * scale, room.top + start + x * scale]
      : [axis - (y - middle) * scale, room.bottom - start - x * scale];
  return line.steps.map(({ type, values }) => ({ type, values: pairs(values).flatMap(([x, y]) => place(x, y)) }));
}

function pairs(values: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (let index = 0; index + 1 < values.length; index += 2) found.push([values[index] ?? 0, values[index + 1] ?? 0]);
  return found;
}
