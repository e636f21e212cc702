import { styleRules, type StyleRule } from './svgStyles.ts';
import { scanSvg, type SvgElement } from './scanSvg.ts';

/** What it takes to draw a picture, each thing counted as often as it is drawn: where it stands, and where it is referred to. */
export interface DrawingCost {
  readonly elements: number;
  /** Sheets as large as the picture on which something is painted before it is laid on what is below. */
  readonly sheets: number;
  /** How many of them are held at once. */
  readonly sheetsDeep: number;
}

/** Adds up what it takes to draw an SVG file. What refers to itself is drawn by nobody, and costs nothing. */
export function drawingCost(svg: string): DrawingCost {
  const { roots, styles } = scanSvg(svg);
  const rules = styleRules(styles);
  const byId = new Map<string, SvgElement>();
  keepIds(roots, byId);
  const known = new Map<SvgElement, DrawingCost>();
  const costOf = (element: SvgElement, level: number): DrawingCost => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (level > mostLevels) return immense;
    known.set(element, nothing);
    const found = readElement(element, rules);
    const children = element.children.filter(({ name }) => !drawnByReference.has(name));
    const referred = found.references.flatMap(id => byId.get(id) ?? []);
    const parts = [...children, ...referred].map(part => costOf(part, level + 1));
    const cost = {
      elements: 1 + sum(parts.map(({ elements }) => elements)),
      sheets: found.sheets + sum(parts.map(({ sheets }) => sheets)),
      sheetsDeep: found.sheets + parts.reduce((most, { sheetsDeep }) => Math.max(most, sheetsDeep), 0),
    };
    known.set(element, cost);
    return cost;
  };
  const costs = roots.map(root => costOf(root, 0));
  return {
    elements: sum(costs.map(({ elements }) => elements)),
    sheets: sum(costs.map(({ sheets }) => sheets)),
    sheetsDeep: Math.max(0, ...costs.map(({ sheetsDeep }) => sheetsDeep)),
  };
}

/** Nobody nests so deep; a program that draws would run out of its stack. */
const mostLevels = 1000;

const nothing: DrawingCost = { elements: 0, sheets: 0, sheetsDeep: 0 };
const immense: DrawingCost = { elements: Infinity, sheets: Infinity, sheetsDeep: Infinity };

/** Elements whose content is seen where it is referred to, and not where it stands (SVG 2, 5.5). */
const drawnByReference: ReadonlySet<string> = new Set(
  'defs symbol clipPath mask pattern marker filter linearGradient radialGradient'.split(' '),
);

/** Elements that are painted on a sheet of their own, whatever is said of them. */
const paintedApart: ReadonlySet<string> = new Set(['pattern', 'mask', 'marker']);

function keepIds(elements: readonly SvgElement[], byId: Map<string, SvgElement>): void {
  const open = [...elements];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const id = element.attributes.get('id');
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    open.push(...element.children);
  }
}

/** Matches `url(#lamp)`, `url("#lamp")`. */
const urls = /url\(\s*["']?#([^"')\s]+)/g;

/** Properties by which an element is painted on a sheet of its own, with the values that leave it where it is. */
const sheetProperties: ReadonlyMap<string, RegExp> = new Map([
  // Matches `1`, `1.0`, `100%`; not `.5`, `1e-3`, `50%`.
  ['opacity', /^(?:[1-9][\d.]*$|[1-9]\d\d+%)/],
  ['mix-blend-mode', /^normal/],
  ['isolation', /^auto/],
  ['mask', /^none/],
  ['filter', /^none/],
]);

/** What is said of one element, by itself and by style sheets. */
function readElement(
  { name, attributes }: SvgElement,
  rules: readonly StyleRule[],
): { readonly sheets: number; readonly references: readonly string[] } {
  const own = [...attributes, ...styleRules([`*{${attributes.get('style') ?? ''}}`]).flatMap(rule => rule.properties)];
  const said = [...own, ...rules.filter(rule => rule.suits(attributes)).flatMap(rule => rule.properties)];
  const isApart = said.some(([property, value]) => sheetProperties.get(property)?.test(value.trim()) === false);
  const target = attributes.get('href') ?? '';
  const references = said.flatMap(([, value]) => [...value.matchAll(urls)].map(([, id = '']) => id));
  return {
    sheets: isApart || paintedApart.has(name) ? 1 : 0,
    references: [...new Set(references), ...(name !== 'a' && target.startsWith('#') ? [target.slice(1)] : [])],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
