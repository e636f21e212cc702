import type { CoverCanvas, CoverDesign } from '../coverDesign.ts';
import { type CoverLettering, layCoverLettering, type LetteringDesign } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import type { LetteringVoice } from '../coverVoice.ts';
import { coverWordsFor, type PictureLand, type PictureLight } from '../coverWords.ts';
import { type SeededRandom, seededRandom } from '../seededRandom.ts';
import { type Palette, palettes, wishedInks } from './palettes.ts';
import { risingLight } from './risingLight.ts';
import { drawScene } from './scenes.ts';
import { coverWidth, type Light, type Stage } from './stage.ts';

/** A landscape cut in wood under a sun or a moon, the title in the flat sky above it, the names on the dark ground. */
export function designWoodcutCover(subject: CoverSubject, canvas: CoverCanvas): CoverDesign {
  const composition = seededRandom(subject.id, 'composition');
  const palette = wishedInks(composition.pick(palettesFor(subject)), subject.colors ?? []);
  const land = composition.pick(landsFor(subject));
  const letteringPlan = letteringDesign(subject, canvas, palette, composition);
  const lettering = layCoverLettering(subject, letteringPlan);
  const stage = setStage(subject.id, palette, canvas, lettering);
  const scene = drawScene(land, stage);
  const words = coverWordsFor(subject.language);
  return {
    drawing: {
      ...canvas,
      background: palette.sky,
      shapes: [...scene.shapes, ...lettering.shapes],
      altText: [
        words.cover(subject.title, subject),
        words.picture(land, lightName(stage.light, palette), scene.figures),
      ].join(' '),
    },
    palette: { ground: palette.foreground, ink: palette.footInk, accent: palette.disc },
    motif: risingLight,
    ...(letteringPlan.title === null ? {} : { voice: letteringPlan.title.voice }),
  };
}

type NonEmpty<T> = readonly [T, ...T[]];

/** Night inks for a book of the night, and day's for one of the day; all for any other. */
function palettesFor({ traits }: CoverSubject): NonEmpty<Palette> {
  if (traits === undefined || traits.has('night') === traits.has('day')) return palettes;
  const [first = palettes[0], ...others] = palettes.filter(({ isNight }) => isNight === traits.has('night'));
  return [first, ...others];
}

/** The lands that a book tells of; all where it tells of none. */
function landsFor({ traits }: CoverSubject): NonEmpty<PictureLand> {
  const told = [
    ...(traits?.has('country') === true ? (['hills'] as const) : []),
    ...(traits?.has('mountains') === true ? (['mountains'] as const) : []),
    ...(traits?.has('sea') === true ? (['sea'] as const) : []),
    ...(traits?.has('woods') === true ? (['woods'] as const) : []),
  ];
  const [first, ...others] = told;
  return first === undefined ? ['hills', 'mountains', 'sea', 'woods'] : [first, ...others];
}

/** From the edge of the cover to the lettering's measure; marks that hang reach beyond it. */
const textMargin = 85;

/** The parts of the height that belong to the title, with a subtitle and without, and to the names. */
const titleShare = 0.34;
const subtitledShare = 0.4;
const namesShare = 0.25;

function letteringDesign(
  subject: CoverSubject,
  canvas: CoverCanvas,
  palette: Palette,
  composition: SeededRandom,
): LetteringDesign {
  const { heightUnits } = canvas;
  const letters = titleLetters(subject, composition.chance(0.45));
  const alignment = composition.chance(0.3) ? 'left' : 'center';
  const measure = { left: textMargin, right: coverWidth - textMargin };
  const top = 135 * lowness(canvas);
  const share = (subject.subtitle ?? '') === '' ? titleShare : subtitledShare;
  return {
    canvas,
    title: {
      box: { ...measure, top, bottom: top + share * heightUnits },
      anchor: 'top',
      alignment,
      voice: titleVoice(subject, letters),
      color: palette.ink,
      maxSize: 290 * lowness(canvas),
    },
    names: {
      box: { ...measure, top: heightUnits * (1 - namesShare), bottom: heightUnits - 82 * lowness(canvas) },
      anchor: 'bottom',
      alignment,
      voice: { family: 'EB Garamond', face: 'regular', letters: 'smallCapitals' },
      color: palette.footInk,
    },
  };
}

/** Letters of a book, or stout ones that look cut with a knife as the picture does. */
function titleVoice({ id }: CoverSubject, letters: 'asWritten' | 'capitals'): LetteringVoice {
  if (seededRandom(id, 'woodcut voice').chance(0.5)) return { family: 'EB Garamond', face: 'regular', letters };
  return { family: 'Alegreya', face: 'bold', letters, tracking: letters === 'capitals' ? 40 : -4 };
}

/** How low a cover is beside those of shops, on which distances are measured. */
function lowness({ heightUnits }: CoverCanvas): number {
  return Math.min(1, heightUnits / 1600);
}

/** Capitals suit few and short words; anything longer is read more easily in lower case. */
function titleLetters({ title }: CoverSubject, prefersCapitals: boolean): 'asWritten' | 'capitals' {
  const longestWord = Math.max(0, ...title.split(/\s+/).map(word => word.length));
  return prefersCapitals && title.length <= 24 && longestWord <= 9 ? 'capitals' : 'asWritten';
}

function setStage(seed: string, palette: Palette, canvas: CoverCanvas, lettering: CoverLettering): Stage {
  const random = (name: string) => seededRandom(seed, name);
  const { heightUnits } = canvas;
  const skyTop = Math.max(60, lettering.title?.bottom ?? 0, lettering.subtitle?.bottom ?? 0);
  // The ground is as deep as the names on it need; without names it is a mere strip.
  const namesTop = lettering.names?.top ?? heightUnits - 60;
  const foreTop = Math.min(namesTop - 132 * lowness(canvas), heightUnits - 190 * lowness(canvas));
  const room = foreTop - skyTop;
  const horizon = skyTop + room * random('horizon').between(0.4, 0.5);
  const light = placeLight(palette, skyTop, horizon, random('light'));
  return { palette, heightUnits, skyTop, horizon, foreTop, random, light };
}

/** Sun and moon keep their distance from the title, where there is room for it. */
const wantedGapBelowTitle = 76;

function placeLight(palette: Palette, skyTop: number, horizon: number, random: SeededRandom): Light {
  const sky = horizon - skyTop;
  const phase = palette.isNight ? random.pick(['full', 'full', 'crescent'] as const) : 'full';
  const radius = Math.min(sky * 0.34, random.between(66, 150));
  const gap = Math.min(wantedGapBelowTitle, sky * 0.2);
  const x = random.chance(0.28) ? coverWidth / 2 : random.pick([random.between(210, 380), random.between(620, 790)]);
  const lowest = phase === 'full' ? horizon - radius * 0.35 - 20 : horizon - radius * 1.5;
  const y = Math.max(skyTop + radius + gap, random.between(horizon - radius * 1.9, lowest));
  return { center: [x, y], radius, phase };
}

function lightName(light: Light, palette: Palette): PictureLight {
  if (!palette.isNight) return 'sun';
  switch (light.phase) {
    case 'full':
      return 'fullMoon';
    case 'crescent':
      return 'crescentMoon';
  }
}
