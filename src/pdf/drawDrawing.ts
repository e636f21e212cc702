import type {
  CircleShape,
  Drawing,
  GroupShape,
  LetteringShape,
  LinearGradient,
  PathShape,
  PictureShape,
  RadialGradient,
  Shape,
  StrokeShape,
} from '../drawing/drawing.ts';
import { circleOutline } from '../drawing/outline.ts';
import type { PathStep } from '../fonts/glyphOutline.ts';
import type { ArtResources } from './artResources.ts';
import { formatHundredths, formatNumber, textString } from './pdfSyntax.ts';
import { colorOperands, colorShading, opacityShading } from './shadings.ts';

/**
 * A drawing as the operators of a content stream (ISO 32000-1, 8.5), in its own units with y downwards: who shows it turns
 * and scales it. Its ground reaches as far as its bleed. Lettering is outlines, each line with the words that it shows.
 */
export function drawDrawing(drawing: Drawing, resources: ArtResources, pictures: PictureNames = noPictures): string {
  const ground = `${colorOperands(drawing.background)} rg ${boxOperands(drawing)} re f`;
  return `${ground}\n${drawShapes(drawing, drawing.shapes, resources, pictures)}`;
}

/** Some of a drawing's shapes, without its ground. */
export function drawShapes(
  drawing: Drawing,
  shapes: readonly Shape[],
  resources: ArtResources,
  pictures: PictureNames = noPictures,
): string {
  const side = { resources, pictures, area: areaOperands(drawing) };
  return shapes.map(shape => shapeOperators(shape, side)).join('\n');
}

/** The whole of a drawing with its bleed, as the corners of a form's `BBox`. */
export function areaOperands({ widthUnits, heightUnits, bleedUnits = 0 }: Drawing): string {
  return numbers([-bleedUnits, -bleedUnits, widthUnits + bleedUnits, heightUnits + bleedUnits]);
}

function boxOperands({ widthUnits, heightUnits, bleedUnits = 0 }: Drawing): string {
  return numbers([-bleedUnits, -bleedUnits, widthUnits + 2 * bleedUnits, heightUnits + 2 * bleedUnits]);
}

/** The names of pictures as resources, by their bytes. */
export type PictureNames = ReadonlyMap<Uint8Array, string>;

const noPictures: PictureNames = new Map();

interface Side {
  readonly pictures: PictureNames;
  readonly resources: ArtResources;
  /** What forms inside the drawing may show. */
  readonly area: string;
}

function shapeOperators(shape: Shape, side: Side): string {
  switch (shape.type) {
    case 'path':
    case 'circle':
      return filledOperators(shape, side);
    case 'stroke':
      return strokeOperators(shape, side);
    case 'lettering':
      return letteringOperators(shape, side);
    case 'group':
      return groupOperators(shape, side);
    case 'picture':
      return pictureOperators(shape, side);
  }
}

/** A picture is a unit square that stands on its bottom edge; y runs downwards here. */
function pictureOperators({ bytes, box }: PictureShape, { pictures }: Side): string {
  const name = pictures.get(bytes);
  if (name === undefined) throw new RangeError('a picture of a drawing is not in the file');
  return `q ${numbers([box.right - box.left, 0, 0, box.top - box.bottom, box.left, box.bottom])} cm/${name} Do Q`;
}

function filledOperators(shape: PathShape | CircleShape, { resources, area }: Side): string {
  const { fill, opacity } = shape;
  const path = pathOperators(shape.type === 'path' ? shape.steps : circleOutline(shape.center, shape.radius));
  if (path === '' || opacity <= 0) return '';
  const opaque = opacityState(opacity, resources);
  if (typeof fill === 'string') return kept(opaque, `${colorOperands(fill)} rg ${path} f`);
  const mask = fill.stops.every(stop => stop.opacity === 1) ? '' : maskState(fill, area, resources);
  return `q ${opaque}${mask}${path} W n /${resources.shading(colorShading(fill))} sh Q`;
}

/** Nothing is set where a shape covers; what is set must be kept from the shapes after it. */
function kept(state: string, operators: string): string {
  return state === '' ? operators : `q ${state}${operators} Q`;
}

function opacityState(opacity: number, resources: ArtResources): string {
  if (opacity >= 1) return '';
  const share = formatNumber(opacity, 3);
  return `/${resources.state(`<</Type/ExtGState/ca ${share}/CA ${share}>>`)} gs `;
}

/** A gradient's clear parts, as the brightness of another in grey (ISO 32000-1, 11.6.5.3). */
function maskState(gradient: LinearGradient | RadialGradient, area: string, resources: ArtResources): string {
  const group = `/BBox[${area}]/Group<</S/Transparency/CS/DeviceGray>>`;
  const form = resources.maskForm(group, `/${resources.shading(opacityShading(gradient))} sh`);
  return `/${resources.state(`<</Type/ExtGState/SMask<</S/Luminosity/G ${form}>>>>`)} gs `;
}

function strokeOperators({ steps, stroke, widthUnits, opacity }: StrokeShape, { resources }: Side): string {
  const path = pathOperators(steps);
  if (path === '' || opacity <= 0) return '';
  return `q ${opacityState(opacity, resources)}1 J 1 j ${formatNumber(widthUnits, 2)} w ${colorOperands(stroke)} RG ${path} S Q`;
}

/** What is copied and read for the outlines of a line (ISO 32000-1, 14.9.4). */
function letteringOperators({ text, steps, fill, sheen }: LetteringShape, { resources }: Side): string {
  const path = pathOperators(steps);
  // A shading fills all that no outline keeps it from.
  const drawn =
    sheen === undefined || path === ''
      ? `${colorOperands(fill)} rg ${path} f`
      : `q ${path} W n /${resources.shading(colorShading(sheen))} sh Q`;
  return `/Span<</ActualText ${textString(text)}>>BDC ${drawn} EMC`;
}

/**
 * What is clipped and no more is drawn in its place. What is blended, or as a whole lets something through, is a form of its
 * own, so that its shapes cover one another first (ISO 32000-1, 11.6.6).
 */
function groupOperators({ clip, blend, opacity, shapes }: GroupShape, side: Side): string {
  if (opacity <= 0) return '';
  const drawn = shapes.map(shape => shapeOperators(shape, side)).join('\n');
  // A clip that leaves nothing: an outline that is not there would cut off nothing.
  const clipped = clip === null ? '' : `${pathOperators(clip) || '0 0 0 0 re'} W n `;
  if (blend === 'normal' && opacity >= 1) return `q ${clipped}\n${drawn}\nQ`;
  const { resources, area } = side;
  const form = resources.form(`/BBox[${area}]/Group<</S/Transparency/I true/CS/DeviceRGB>>`, drawn);
  return `q ${clipped}${blendState(blend, opacity, resources)}/${form} Do Q`;
}

function blendState(blend: GroupShape['blend'], opacity: number, resources: ArtResources): string {
  switch (blend) {
    case 'normal':
      return opacityState(opacity, resources);
    case 'multiply': {
      const share = formatNumber(opacity, 3);
      return `/${resources.state(`<</Type/ExtGState/BM/Multiply/ca ${share}/CA ${share}>>`)} gs `;
    }
  }
}

/** PDF knows cubic curves only: a quadratic one has its control point two thirds of the way to theirs. */
export function pathOperators(steps: readonly PathStep[]): string {
  const operators: string[] = [];
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  for (const { type, values } of steps) {
    const [endX = x, endY = y] = values.slice(-2);
    switch (type) {
      case 'M':
        operators.push(`${numbers(values)} m`);
        start = [endX, endY];
        break;
      case 'L':
        operators.push(`${numbers(values)} l`);
        break;
      case 'C':
        operators.push(`${numbers(values)} c`);
        break;
      case 'Q': {
        const [controlX = x, controlY = y] = values;
        operators.push(`${numbers([...between(x, y, controlX, controlY), ...between(endX, endY, controlX, controlY), endX, endY])} c`); // prettier-ignore
        break;
      }
      case 'Z':
        operators.push('h');
        break;
    }
    [x, y] = type === 'Z' ? start : [endX, endY];
  }
  return operators.join(' ');
}

function between(x: number, y: number, controlX: number, controlY: number): readonly [number, number] {
  return [x + ((controlX - x) * 2) / 3, y + ((controlY - y) * 2) / 3];
}

/** Places to hundredths of a unit; a cover has a hundred thousand of them. */
function numbers(values: readonly number[]): string {
  let text = '';
  for (const value of values) text += `${text === '' ? '' : ' '}${formatHundredths(Math.round(value * 100))}`;
  return text;
}
