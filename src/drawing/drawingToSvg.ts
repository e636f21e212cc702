import type { PathStep } from '../fonts/glyphOutline.ts';
import { escapeXml } from '../text/escapeXml.ts';
import type {
  Drawing,
  GroupShape,
  LinearGradient,
  Paint,
  PictureShape,
  RadialGradient,
  Shape,
  StrokeShape,
} from './drawing.ts';

/** The size in pixels that a drawing is to have. */
export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The drawing as a standalone SVG file of paths and circles, without text elements and so without need of any font. It is a
 * pixel to the unit, or stretched to the size that is asked for. Numbers are rounded to tenths of a unit; the same drawing
 * gives the same characters.
 */
export function drawingToSvg(drawing: Drawing, sizePx: PixelSize | null = null): string {
  const { widthUnits, heightUnits } = drawing;
  const viewBox = `viewBox="0 0 ${widthUnits} ${heightUnits}"`;
  const size =
    sizePx === null
      ? `width="${widthUnits}" height="${heightUnits}" ${viewBox}`
      : `width="${sizePx.widthPx}" height="${sizePx.heightPx}" ${viewBox} preserveAspectRatio="none"`;
  const definitions: Definitions = new Map<string, string>();
  const shapes = drawing.shapes.map(shape => shapeElement(shape, definitions)).join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escapeXml(drawing.altText)}</title>`,
    ...definitionElements(definitions),
    `<path fill="${drawing.background}" d="M0 0H${widthUnits}V${heightUnits}H0Z"/>`,
    shapes,
    '</svg>\n',
  ].join('\n');
}

/** What shapes refer to, each a template with the place of its id open, with the id it got at its first use. */
type Definitions = Map<string, string>;

const idPlace = '\u0000';

function idOf(template: string, prefix: string, definitions: Definitions): string {
  const id = definitions.get(template) ?? `${prefix}-${definitions.size + 1}`;
  definitions.set(template, id);
  return id;
}

function definitionElements(definitions: Definitions): string[] {
  if (definitions.size === 0) return [];
  return ['<defs>', ...[...definitions].map(([template, id]) => template.replace(idPlace, id)), '</defs>'];
}

function gradientTemplate(gradient: LinearGradient | RadialGradient): string {
  const children = gradient.stops.map(
    stop => `<stop offset="${stop.offset}" stop-color="${stop.color}" stop-opacity="${stop.opacity}"/>`,
  );
  const start = `${gradient.type} id="${idPlace}" gradientUnits="userSpaceOnUse"`;
  return `<${start} ${gradientPlace(gradient)}>${children.join('')}</${gradient.type}>`;
}

function gradientPlace(gradient: LinearGradient | RadialGradient): string {
  switch (gradient.type) {
    case 'linearGradient': {
      const { from, to } = gradient;
      return `x1="${tenths(from[0])}" y1="${tenths(from[1])}" x2="${tenths(to[0])}" y2="${tenths(to[1])}"`;
    }
    case 'radialGradient': {
      const [x, y] = gradient.center;
      return `cx="${tenths(x)}" cy="${tenths(y)}" r="${tenths(gradient.radius)}"`;
    }
  }
}

function shapeElement(shape: Shape, definitions: Definitions): string {
  switch (shape.type) {
    case 'path':
      return `<path${paintAttributes(shape.fill, shape.opacity, definitions)} d="${pathData(shape.steps)}"/>`;
    case 'stroke':
      return strokeElement(shape);
    case 'lettering':
      return `<path${paintAttributes(shape.sheen ?? shape.fill, 1, definitions)} d="${pathData(shape.steps)}"/>`;
    case 'circle': {
      const [x, y] = shape.center;
      const place = `cx="${tenths(x)}" cy="${tenths(y)}" r="${tenths(shape.radius)}"`;
      return `<circle${paintAttributes(shape.fill, shape.opacity, definitions)} ${place}/>`;
    }
    case 'group':
      return groupElement(shape, definitions);
    case 'picture':
      return pictureElement(shape);
  }
}

/** The picture is in the file itself, so that nothing has to be found. */
function pictureElement({ box, mediaType, bytes }: PictureShape): string {
  const { left, top, right, bottom } = box;
  const place = `x="${tenths(left)}" y="${tenths(top)}" width="${tenths(right - left)}" height="${tenths(bottom - top)}"`;
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return `<image ${place} preserveAspectRatio="none" href="data:${mediaType};base64,${data}"/>`;
}

function strokeElement({ stroke, widthUnits, opacity, steps }: StrokeShape): string {
  const line = `fill="none" stroke="${stroke}" stroke-width="${tenths(widthUnits)}" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path ${line}${opacityAttribute('stroke-opacity', opacity)} d="${pathData(steps)}"/>`;
}

function groupElement({ clip, blend, opacity, shapes }: GroupShape, definitions: Definitions): string {
  const clipped =
    clip === null
      ? ''
      : ` clip-path="url(#${idOf(`<clipPath id="${idPlace}"><path d="${pathData(clip)}"/></clipPath>`, 'clip', definitions)})"`;
  const blended = blend === 'normal' ? '' : ` style="mix-blend-mode:${blend}"`;
  const children = shapes.map(shape => shapeElement(shape, definitions)).join('\n');
  return `<g${clipped}${blended}${opacityAttribute('opacity', opacity)}>\n${children}\n</g>`;
}

function paintAttributes(paint: Paint, opacity: number, definitions: Definitions): string {
  const fill = typeof paint === 'string' ? paint : `url(#${idOf(gradientTemplate(paint), 'gradient', definitions)})`;
  return ` fill="${fill}"${opacityAttribute('fill-opacity', opacity)}`;
}

/** A shape's own fill or stroke is made clear directly: `opacity` would have it painted on a sheet of its own first. */
function opacityAttribute(name: 'opacity' | 'fill-opacity' | 'stroke-opacity', opacity: number): string {
  return opacity === 1 ? '' : ` ${name}="${opacity}"`;
}

/** A loop and no closures, for covers have a hundred thousand numbers. */
function pathData(steps: readonly PathStep[]): string {
  let data = '';
  for (const { type, values } of steps) {
    data += type;
    for (let index = 0; index < values.length; index += 1) {
      data += index === 0 ? tenths(values[index] ?? 0) : ` ${tenths(values[index] ?? 0)}`;
    }
  }
  return data;
}

/** The digits of whole numbers are written several times as fast as those of fractions; there is no "-0". */
function tenths(value: number): string {
  const rounded = Math.round(value * 10);
  const whole = Math.trunc(rounded / 10);
  const tenth = Math.abs(rounded - whole * 10);
  if (tenth === 0) return String(whole === 0 ? 0 : whole);
  return `${rounded < 0 && whole === 0 ? '-' : ''}${String(whole)}.${String(tenth)}`;
}
