import type { GradientStop, LinearGradient, RadialGradient } from '../drawing/drawing.ts';
import { formatNumber } from './pdfSyntax.ts';

/** A gradient's colours as a shading dictionary (ISO 32000-1, 8.7.4.5); beyond its ends the nearest stop goes on. */
export function colorShading(gradient: LinearGradient | RadialGradient): string {
  return shading(gradient, '/DeviceRGB', ({ color }) => colorOperands(color));
}

/** How far a gradient covers, as a shading in grey: white where it covers, black where it is clear. */
export function opacityShading(gradient: LinearGradient | RadialGradient): string {
  return shading(gradient, '/DeviceGray', ({ opacity }) => formatNumber(opacity, 3));
}

/** `#ff8000` → `1 0.502 0`. */
export function colorOperands(color: string): string {
  return [1, 3, 5].map(start => formatNumber(Number.parseInt(color.slice(start, start + 2), 16) / 255, 3)).join(' ');
}

type StopValue = (stop: GradientStop) => string;

function shading(gradient: LinearGradient | RadialGradient, space: string, valueOf: StopValue): string {
  const kind = gradient.type === 'linearGradient' ? 2 : 3;
  const places = placesOf(gradient).map(place => formatNumber(place, 2));
  const coloring = `/Function ${stopsFunction(gradient.stops, valueOf)}/Extend[true true]`;
  return `<</ShadingType ${kind}/ColorSpace${space}/Coords[${places.join(' ')}]${coloring}>>`;
}

function placesOf(gradient: LinearGradient | RadialGradient): readonly number[] {
  switch (gradient.type) {
    case 'linearGradient':
      return [...gradient.from, ...gradient.to];
    case 'radialGradient':
      return [...gradient.center, 0, ...gradient.center, gradient.radius];
  }
}

/** Between each two stops a straight way from one to the other, stitched together (ISO 32000-1, 7.10.3 and 7.10.4). */
function stopsFunction(stops: readonly GradientStop[], valueOf: StopValue): string {
  const spans = spansOf(stops);
  const functions = spans.map(
    ({ from, to }) => `<</FunctionType 2/Domain[0 1]/C0[${valueOf(from)}]/C1[${valueOf(to)}]/N 1>>`,
  );
  if (functions.length === 1) return functions.join('');
  const bounds = spans.slice(1).map(({ start }) => formatNumber(start, 4));
  const encode = spans.map(() => '0 1').join(' ');
  return `<</FunctionType 3/Domain[0 1]/Functions[${functions.join('')}]/Bounds[${bounds.join(' ')}]/Encode[${encode}]>>`;
}

interface Span {
  readonly start: number;
  readonly from: GradientStop;
  readonly to: GradientStop;
}

/** From 0 to 1 without a gap; two stops in one place are a sharp edge, and no span lies between them. */
function spansOf(stops: readonly GradientStop[]): Span[] {
  const [first, last] = [stops[0] ?? clear, stops.at(-1) ?? clear];
  const all = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }];
  const spans = all.slice(1).map((to, index): Span & { readonly end: number } => {
    const from = all[index] ?? first;
    return { start: from.offset, end: to.offset, from, to };
  });
  const kept = spans.filter(({ start, end }) => end - start > leastSpan);
  return kept.length > 0 ? kept : [{ start: 0, from: first, to: last }];
}

/** Bounds must grow as they are written, with four decimals. */
const leastSpan = 0.0001;

const clear: GradientStop = { offset: 0, color: '#ffffff', opacity: 0 };
