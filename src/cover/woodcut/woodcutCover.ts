import { circleOutline, lens } from '../../drawing/outline.ts';
import type { CoverDesign, Motif } from '../coverDesign.ts';
import { layCoverLettering } from '../coverLettering.ts';
import type { CoverSubject } from '../coverSubject.ts';
import { coverWordsFor, type PictureLand, type PictureLight } from '../coverWords.ts';
import { seededRandom } from '../seededRandom.ts';
import { type Palette, palettes } from './palettes.ts';
import { drawScene } from './scenes.ts';
import { coverHeight, coverWidth, type Light, type Stage } from './stage.ts';

/** A landscape cut in wood under a sun or a moon, the title in the flat sky above it, the names on the dark ground. */
export function designWoodcutCover(subject: CoverSubject): CoverDesign {
  const composition = seededRandom(subject.id, 'composition');
  const palette = composition.pick(palettes);
  const land = composition.pick(['hills', 'mountains', 'sea', 'woods'] as const satisfies readonly PictureLand[]);
  const lettering = layCoverLettering(subject, {
    widthUnits: coverWidth,
    heightUnits: coverHeight,
    titleVoice: titleVoice(subject, composition.chance(0.45)),
    alignment: composition.chance(0.3) ? 'left' : 'center',
    titleColor: palette.ink,
    namesColor: palette.footInk,
  });
  const stage = setStage(subject.id, palette, lettering);
  const scene = drawScene(land, stage);
  const words = coverWordsFor(subject.language);
  return {
    drawing: {
      widthUnits: coverWidth,
      heightUnits: coverHeight,
      background: palette.sky,
      shapes: [...scene.shapes, ...lettering.shapes],
      altText: [
        words.cover(subject.title, subject),
        words.picture(land, lightName(stage.light, palette), scene.figures),
      ].join(' '),
    },
    palette: { ground: palette.foreground, ink: palette.footInk, accent: palette.disc },
    motif: risingLight,
  };
}

/** A disc over three strokes of water. */
const risingLight: Motif = {
  widthUnits: 120,
  heightUnits: 60,
  steps: [...circleOutline([60, 20], 16), ...lens(0, 120, 44, 4), ...lens(18, 102, 51, 3.4), ...lens(38, 82, 58, 2.8)],
};

/** Capitals suit few and short words; anything longer is read more easily in lower case. */
function titleVoice({ title }: CoverSubject, prefersCapitals: boolean): 'roman' | 'capitals' {
  const longestWord = Math.max(0, ...title.split(/\s+/).map(word => word.length));
  return prefersCapitals && title.length <= 24 && longestWord <= 9 ? 'capitals' : 'roman';
}

function setStage(
  seed: string,
  palette: Palette,
  lettering: { readonly titleBottom: number; readonly namesTop: number },
): Stage {
  const random = (name: string) => seededRandom(seed, name);
  const skyTop = lettering.titleBottom;
  // The ground is as deep as the names on it need; without names it is a mere strip.
  const foreTop = Math.min(lettering.namesTop - 132, coverHeight - 190);
  const room = foreTop - skyTop;
  const horizon = skyTop + room * random('horizon').between(0.4, 0.5);
  return { palette, skyTop, horizon, foreTop, random, light: placeLight(palette, skyTop, horizon, random('light')) };
}

/** Sun and moon keep their distance from the title, where there is room for it. */
const wantedGapBelowTitle = 76;

function placeLight(palette: Palette, skyTop: number, horizon: number, random: ReturnType<typeof seededRandom>): Light {
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
