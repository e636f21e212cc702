import type { Box, Color } from '../../drawing/drawing.ts';
import { drawableText } from '../../drawing/lettering.ts';
import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import { type CoverLettering, layCoverLettering, voiceForSigns } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { inVoice, type LetteringVoice, typeStyleOf } from '../coverVoice.ts';
import { describeCover } from '../describeCover.ts';
import { readableInk } from '../../drawing/color.ts';
import { seededRandom } from '../seededRandom.ts';
import { growingRules, initial, ledger } from './devices.ts';
import { typePalettes, wishedColors } from './palettes.ts';
import { devices, rulesPhrase, typePhrase } from './pictures.ts';
import type { Setting, TypePicture } from './setting.ts';
import { typographicMotif } from './typographicMotif.ts';

/** Nothing but type: the title is the picture. */
export function designTypographicCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const random = (name: string) => seededRandom(subject.id, `typographic ${name}`);
  const composition = random('composition');
  const palette = wishedColors(composition.pick(typePalettes), subject.colors ?? []);
  const wanted = Math.floor(composition.between(0, devices.length));
  const ownVoice = voiceForSigns(subject, composition.pick(voices));
  const isLong = subject.title.length > longTitle;
  const voice = subject.isTitleGiven ? (isLong ? { ...ownVoice, tracking: 0 } : ownVoice) : openingVoice;
  const isHeadTaken = devices[wanted] === initial || composition.chance(0.4);
  const small = laySmallPrint(subject, canvas, isHeadTaken, palette.ink);
  const style = typeStyleOf(voice, { language: subject.language, fonts: subject.means?.fonts, isLong });
  const text = inVoice(drawableText(subject.title, style), voice, subject.language);
  const box = boxBeside(small, canvas, isHeadTaken);
  const capitals = inVoice(text, { ...voice, letters: 'capitals' }, subject.language);
  const setting = { text, capitals, style, canvas, box, isHeadTaken, palette, random: random('device') };
  const picture = pictureOf(setting, subject.isTitleGiven ? wanted : null) ?? plainPicture(subject, setting, voice);
  return {
    drawing: {
      ...canvas,
      background: palette.ground,
      shapes: [...picture.shapes, ...picture.lettering, ...small.flatMap(({ shapes }) => shapes)],
      altText: describeCover(subject, picture.lettering.length === 0 ? rulesPhrase : typePhrase),
    },
    palette: {
      ground: palette.ground,
      ink: palette.ink,
      accent: readableInk([palette.ground], [palette.accent, palette.ink]),
    },
    motif: typographicMotif(subject.id),
    voice,
  };
}

/** Letters of so long a title stand as they do in a text: close ones are for words as large as a hand. */
const longTitle = 60;

/** The order is part of every cover's identity. */
const voices: readonly [LetteringVoice, ...LetteringVoice[]] = [
  { family: 'Fira Sans Condensed', face: 'bold', letters: 'capitals', tracking: -6 },
  { family: 'EB Garamond', face: 'regular', letters: 'asWritten', tracking: -12 },
  { family: 'Alegreya', face: 'bold', letters: 'asWritten', tracking: -10 },
  { family: 'Fira Sans Condensed', face: 'bold', letters: 'asWritten', tracking: -12 },
  { family: 'EB Garamond', face: 'italic', letters: 'asWritten', tracking: -8 },
  { family: 'EB Garamond', face: 'bold', letters: 'capitals', tracking: 0 },
];

const openingVoice: LetteringVoice = { family: 'EB Garamond', face: 'italic', letters: 'asWritten' };
const namesVoice: LetteringVoice = { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals' };

/** From the edges to the lettering. */
const side = 80;
const head = 84;

/** What the wanted device makes of the title, or the next one that can; an opening line that stands for a title is set plainly. */
function pictureOf(setting: Setting, wanted: number | null): TypePicture | null {
  if (wanted === null) return ledger(setting);
  for (const device of [...devices.slice(wanted), ...devices.slice(0, wanted)]) {
    const picture = device(setting);
    if (picture !== null) return picture;
  }
  return null;
}

/**
 * Titles that are no picture, or hardly any words: very long ones, and one of a single sign. Where there are no letters at
 * all, since no font has them, rules fill the page, so that it is not bare.
 */
function plainPicture(subject: CoverSubject, setting: Setting, voice: LetteringVoice): TypePicture {
  const { canvas, box, palette } = setting;
  const title = { box, anchor: 'top', alignment: 'left', voice, color: palette.ink } as const;
  const lettering = layCoverLettering({ ...subject, subtitle: null }, { canvas, names: null, title }).shapes;
  return { shapes: lettering.length === 0 ? growingRules(setting, box.top, box.bottom, false) : [], lettering };
}

/** The names, and next to them, on the title's side, the subtitle. */
function laySmallPrint(
  subject: CoverSubject,
  canvas: CoverCanvas,
  isHeadTaken: boolean,
  color: Color,
): CoverLettering[] {
  const { widthUnits, heightUnits } = canvas;
  const sides = { left: side, right: widthUnits - side };
  const room = heightUnits * 0.2;
  const anchor = isHeadTaken ? 'top' : 'bottom';
  const namesBox = isHeadTaken
    ? { ...sides, top: head, bottom: head + room }
    : { ...sides, top: heightUnits - head - room, bottom: heightUnits - head + 10 };
  const names = layCoverLettering(subject, {
    canvas,
    title: null,
    names: { box: namesBox, anchor, alignment: 'left', voice: namesVoice, color, maxSize: 52 },
  });
  const edge = isHeadTaken
    ? (names.names?.bottom ?? head - gap) + gap
    : (names.names?.top ?? heightUnits - head + gap) - gap;
  const subtitleBox = isHeadTaken
    ? { ...sides, top: edge, bottom: edge + subtitleRoom }
    : { ...sides, top: edge - subtitleRoom, bottom: edge };
  const subtitle = layCoverLettering(
    { ...subject, title: subject.subtitle ?? '', isTitleGiven: true, subtitle: null },
    {
      canvas,
      names: null,
      title: { box: subtitleBox, anchor, alignment: 'left', voice: openingVoice, color, maxSize: 56 },
    },
  );
  return [names, subtitle];
}

/** Between the names and the subtitle. */
const gap = 34;
const subtitleRoom = 150;

/** What the small print leaves to the title. */
function boxBeside(
  small: readonly CoverLettering[],
  { widthUnits, heightUnits }: CoverCanvas,
  isHeadTaken: boolean,
): Box {
  const taken = small.flatMap(({ shapes }) => shapes.map(shape => shape.box));
  const [top, bottom] = isHeadTaken
    ? [Math.max(head - 60, ...taken.map(box => box.bottom)) + 62, heightUnits - head - 6]
    : [head + 8, Math.min(heightUnits - head + 60, ...taken.map(box => box.top)) - 66];
  return { left: side, right: widthUnits - side, top, bottom };
}
