import type { PathStep } from '../fonts/glyphOutline.ts';
import { escapeXml } from '../text/escapeXml.ts';
import type { Drawing, LinearGradient, Paint, Shape } from './drawing.ts';

/**
 * The drawing as a standalone SVG file of paths and circles, without text elements and so without need of any font.
 * Numbers are rounded to tenths of a unit; the same drawing gives the same characters.
 */
export function drawingToSvg(drawing: Drawing): string {
  const { widthUnits, heightUnits } = drawing;
  const size = `width="${widthUnits}" height="${heightUnits}" viewBox="0 0 ${widthUnits} ${heightUnits}"`;
  const ids: GradientIds = new Map<string, string>();
  const shapes = drawing.shapes.map(shape => shapeElement(shape, ids)).join('\n');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escapeXml(drawing.altText)}</title>`,
    ...gradientDefinitions(ids),
    `<path fill="${drawing.background}" d="M0 0H${widthUnits}V${heightUnits}H0Z"/>`,
    shapes,
    '</svg>\n',
  ].join('\n');
}

/** Attributes and stops of each gradient, with the id it got at its first use. */
type GradientIds = Map<string, string>;

function gradientId(gradient: LinearGradient, ids: GradientIds): string {
  const body = gradientBody(gradient);
  const id = ids.get(body) ?? `gradient-${ids.size + 1}`;
  ids.set(body, id);
  return id;
}

function gradientDefinitions(ids: GradientIds): string[] {
  if (ids.size === 0) return [];
  return ['<defs>', ...[...ids].map(([body, id]) => `<linearGradient id="${id}" ${body}</linearGradient>`), '</defs>'];
}

function gradientBody({ from, to, stops }: LinearGradient): string {
  const line = `x1="${tenths(from[0])}" y1="${tenths(from[1])}" x2="${tenths(to[0])}" y2="${tenths(to[1])}"`;
  const children = stops.map(
    stop => `<stop offset="${stop.offset}" stop-color="${stop.color}" stop-opacity="${stop.opacity}"/>`,
  );
  return `gradientUnits="userSpaceOnUse" ${line}>${children.join('')}`;
}

function shapeElement(shape: Shape, ids: GradientIds): string {
  switch (shape.type) {
    case 'path':
      return `<path${paintAttributes(shape.fill, shape.opacity, ids)} d="${pathData(shape.steps)}"/>`;
    case 'lettering':
      return `<path${paintAttributes(shape.fill, 1, ids)} d="${pathData(shape.steps)}"/>`;
    case 'circle': {
      const [x, y] = shape.center;
      const place = `cx="${tenths(x)}" cy="${tenths(y)}" r="${tenths(shape.radius)}"`;
      return `<circle${paintAttributes(shape.fill, shape.opacity, ids)} ${place}/>`;
    }
  }
}

function paintAttributes(paint: Paint, opacity: number, ids: GradientIds): string {
  const fill = typeof paint === 'string' ? paint : `url(#${gradientId(paint, ids)})`;
  return ` fill="${fill}"${opacity === 1 ? '' : ` opacity="${opacity}"`}`;
}

function pathData(steps: readonly PathStep[]): string {
  return steps.map(step => step.type + step.values.map(tenths).join(' ')).join('');
}

function tenths(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  // Negative zero would print as "-0" on the way to the same place.
  return String(rounded === 0 ? 0 : rounded);
}
