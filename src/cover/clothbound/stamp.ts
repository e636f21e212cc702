import { contrastRatio } from '../../drawing/color.ts';
import type { LetteringShape, LinearGradient, Paint, PathShape, Shape } from '../../drawing/drawing.ts';
import { placeOutline } from '../../drawing/outline.ts';
import type { PathStep } from '../../fonts/glyphOutline.ts';
import type { CoverCanvas } from '../coverDesign.ts';
import type { Binding } from './bindings.ts';

/** The gleam of a foil over a whole cover, falling from the left at the top. */
export function foilOf({ foil }: Binding, { widthUnits, heightUnits }: CoverCanvas): LinearGradient | null {
  if (foil.length < 2) return null;
  const stops = foil.map((color, index) => ({ offset: index / (foil.length - 1), color, opacity: 1 }));
  return { type: 'linearGradient', from: [widthUnits * 0.05, 0], to: [widthUnits * 0.95, heightUnits], stops };
}

/** Outlines pressed into the cloth and filled with foil: a shadow at the edge to the light, a gleam at the other. */
export function stamped(steps: readonly PathStep[], paint: Paint): PathShape[] {
  const edge = (by: number, fill: string, opacity: number): PathShape => ({
    type: 'path',
    steps: placeOutline(steps, 1, 1, [by, by]),
    fill,
    opacity,
  });
  // Where there is much of it, the gleam is not missed, and each outline is drawn once less.
  const gleam = steps.length > mostStepsWithGleam ? [] : [edge(1.5, '#ffffff', 0.16)];
  return [edge(-1.6, '#000000', 0.34), ...gleam, { type: 'path', steps, fill: paint, opacity: 1 }];
}

const mostStepsWithGleam = 2500;

/** Lettering pressed into the cloth. Of its edges that one is seen which parts it from the cloth: shadow by bright foil, gleam by dark. */
export function stampedLettering(
  shapes: readonly LetteringShape[],
  binding: Binding,
  foil: LinearGradient | null,
): { readonly edges: Shape[]; readonly lettering: LetteringShape[] } {
  const isBright = contrastRatio(binding.foil[0], '#000000') > contrastRatio(binding.cloth, '#000000');
  const [by, fill, opacity] = isBright ? [-1.8, '#000000', 0.36] : [1.6, '#ffffff', 0.3];
  const edges = shapes.map(({ steps }): PathShape => {
    return { type: 'path', steps: placeOutline(steps, 1, 1, [by, by]), fill, opacity };
  });
  return { edges, lettering: shapes.map(shape => (foil === null ? shape : { ...shape, sheen: foil })) };
}
