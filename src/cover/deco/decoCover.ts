import { readableInk } from '../../drawing/color.ts';
import { boxAround, insetBox } from '../../drawing/boxes.ts';
import type { Box, LetteringShape, Shape } from '../../drawing/drawing.ts';
import { bar, boxOutline } from '../../drawing/lines.ts';
import { polygon } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import { layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import { describeCover } from '../describeCover.ts';
import { foilOver, gildLettering } from '../gildLettering.ts';
import { freeBetween, headAndFoot, lowness } from '../headAndFoot.ts';
import { paintedArea } from '../paintedArea.ts';
import { seededRandom } from '../seededRandom.ts';
import { chevronShapes, fanShapes, lozengeShapes } from './allOverOrnaments.ts';
import { type DecoField, metalOver, outlineBand, panelShapes, steppedBox } from './decoField.ts';
import { type DecoOrnament, decoWords } from './decoWords.ts';
import { fan } from './fan.ts';
import { decoPalettes, wishedDeco } from './palettes.ts';
import { fountainShapes, sunriseShapes, towerShapes } from './risingOrnaments.ts';

/** Lines of metal on enamel in a stepped frame, the title in wide capitals. */
export function designDecoCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const composition = seededRandom(subject.id, 'composition');
  const palette = wishedDeco(composition.pick(decoPalettes), subject.colors ?? []);
  const ornament = composition.pick([
    'sunrise',
    'tower',
    'fountain',
    'fans',
    'chevrons',
    'lozenges',
  ] as const satisfies readonly DecoOrnament[]);
  const frame = insetBox({ left: 0, top: 0, right: canvas.widthUnits, bottom: canvas.heightUnits }, frameInset);
  const field: DecoField = {
    box: insetBox(frame, 18),
    palette,
    metal: metalOver(frame, palette),
    random: seededRandom(subject.id, ornament),
  };
  const { shapes, lettering } = isRising(ornament)
    ? titleOverhead(subject, canvas, ornament, field)
    : titleInPanel(subject, canvas, ornament, field);
  const foil = foilOver(canvas, palette.metal[1], palette.metal[2]);
  return {
    drawing: {
      ...canvas,
      background: palette.ground,
      shapes: [...shapes, ...frameShapes(frame, canvas, field), ...gildLettering(lettering, foil, palette.ground)],
      altText: describeCover(subject, decoWords(ornament)),
    },
    palette: { ground: palette.ground, ink: palette.ink, accent: readableInk([palette.ground], [palette.metal[1]]) },
    motif: fan,
    voice: decoVoice(subject),
  };
}

/** From the edge of the cover to the frame's outer line. */
const frameInset = 36;

type RisingOrnament = 'sunrise' | 'tower' | 'fountain';

function isRising(ornament: DecoOrnament): ornament is RisingOrnament {
  return ornament === 'sunrise' || ornament === 'tower' || ornament === 'fountain';
}

/** What lies under the frame, and the lettering that lies over it. */
interface DecoLayout {
  readonly shapes: readonly Shape[];
  readonly lettering: readonly LetteringShape[];
}

/** The ornament rises from a foot that carries the names, under the title. */
function titleOverhead(
  subject: CoverSubject,
  canvas: CoverCanvas,
  ornament: RisingOrnament,
  field: DecoField,
): DecoLayout {
  const { palette } = field;
  const low = lowness(canvas);
  const lettering = layCoverLettering(
    subject,
    headAndFoot(subject, canvas, {
      voice: decoVoice(subject),
      alignment: 'center',
      titleColor: palette.ink,
      namesColor: palette.ink,
      margins: { side: 120, head: 150, foot: 122 },
      maxSize: 200,
    }),
  );
  const free = freeBetween(lettering, canvas);
  const foot = lettering.names === null ? field.box.bottom - 26 : free.bottom - 62 * low;
  const box: Box = { ...field.box, top: free.top + 64 * low, bottom: foot };
  const stage = { ...field, box };
  const ground: Box = { ...field.box, top: foot };
  const rules = [...ruleBelow(foot, 1, field.box), ...ruleBelow(box.top, -1, field.box)];
  return {
    shapes: [
      ...rising(ornament, stage),
      { type: 'path', steps: boxOutline(ground), fill: palette.ground, opacity: 1 },
      { type: 'path', steps: rules, fill: field.metal, opacity: 1 },
    ],
    lettering: lettering.shapes,
  };
}

/** A thick rule along a level, and two fine ones on its far side. */
function ruleBelow(level: number, side: number, { left, right }: Box): PathStep[] {
  return [3, 16, 23].flatMap((drop, index) =>
    bar([left, level + side * drop], [right, level + side * drop], index === 0 ? 6 : 2.4),
  );
}

function rising(ornament: RisingOrnament, field: DecoField): Shape[] {
  switch (ornament) {
    case 'sunrise':
      return sunriseShapes(field);
    case 'tower':
      return towerShapes(field);
    case 'fountain':
      return fountainShapes(field);
  }
}

/** The ornament is all over, and title and names stand on panels. */
function titleInPanel(
  subject: CoverSubject,
  canvas: CoverCanvas,
  ornament: Exclude<DecoOrnament, RisingOrnament>,
  field: DecoField,
): DecoLayout {
  const { palette } = field;
  const { widthUnits, heightUnits } = canvas;
  const low = lowness(canvas);
  const design = headAndFoot(subject, canvas, {
    voice: decoVoice(subject),
    alignment: 'center',
    titleColor: palette.ink,
    namesColor: palette.ink,
    margins: { side: 175, head: 0, foot: 170 },
    maxSize: 165,
  });
  const middle = { left: 175, right: widthUnits - 175, top: heightUnits * 0.22, bottom: heightUnits * 0.58 };
  const title = design.title === null ? null : { ...design.title, anchor: 'middle' as const, box: middle };
  const lettering = layCoverLettering(subject, { ...design, title });
  const head = boxAround([lettering.title, lettering.subtitle].filter(box => box !== null));
  const panels = [
    ...(head === null ? [] : panelShapes(widened(insetBox(head, -64 * low), 560, widthUnits), field, 18)),
    ...(lettering.names === null
      ? []
      : panelShapes(widened(insetBox(lettering.names, -46 * low), 380, widthUnits), field, 13)),
  ];
  return { shapes: [...allOver(ornament, field), ...panels], lettering: lettering.shapes };
}

/** A panel that stands in the middle and is not narrower than said. */
function widened(box: Box, least: number, widthUnits: number): Box {
  const half = Math.max(widthUnits / 2 - box.left, box.right - widthUnits / 2, least / 2);
  return { ...box, left: widthUnits / 2 - half, right: widthUnits / 2 + half };
}

function allOver(ornament: Exclude<DecoOrnament, RisingOrnament>, field: DecoField): Shape[] {
  switch (ornament) {
    case 'fans':
      return fanShapes(field);
    case 'chevrons':
      return chevronShapes(field);
    case 'lozenges':
      return lozengeShapes(field);
  }
}

/** Capitals for titles that are no paragraph; serifs or none. */
function decoVoice({ id, title }: CoverSubject): LetteringVoice {
  if (title.length > longTitle) return { family: 'EB Garamond', face: 'regular', letters: 'asWritten' };
  if (seededRandom(id, 'lettering').chance(0.5)) return { family: 'EB Garamond', face: 'regular', letters: 'capitals' };
  return { family: 'Fira Sans Condensed', face: 'bold', letters: 'capitals', tracking: 90 };
}

/** Characters; capitals beyond that are hard to read. */
const longTitle = 60;

/** Ground up to the edges around the frame, and the frame: a thick line between two fine ones. */
function frameShapes(frame: Box, canvas: CoverCanvas, { palette, metal }: DecoField): Shape[] {
  const window = polygon(steppedBox(insetBox(frame, 14), 26, 3).reverse());
  return [
    { type: 'path', steps: [...boxOutline(paintedArea(canvas)), ...window], fill: palette.ground, opacity: 1 },
    {
      type: 'path',
      steps: [
        ...outlineBand(frame, 26, 3, 2.6),
        ...outlineBand(insetBox(frame, 12), 26, 3, 8),
        ...outlineBand(insetBox(frame, 26), 26, 3, 2.6),
      ],
      fill: metal,
      opacity: 1,
    },
  ];
}
