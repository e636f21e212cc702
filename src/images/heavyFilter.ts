/** A drawing by hand has a shadow or a blur; so many steps are a program's, made to keep others busy. */
const mostSteps = 24;

/** How far a step may reach, in units: librsvg's time for one grows with it. */
const farthestReach = 100;

/** Noise of more layers looks no different. */
const mostOctaves = 10;

/** Matches `<feGaussianBlur`, `<svg:feMorphology`; not `<feed`. */
const filterStep = /<(?:[\w-]+:)?fe[A-Z]\w*/g;

/** Matches `radius="400"`, `stdDeviation='3 5000'`; not `r="400"`. */
const reach = /\b(?:radius|stdDeviation)\s*=\s*["']([^"']*)["']/g;
const octaves = /\bnumOctaves\s*=\s*["']([^"']*)["']/g;

/** Whether a drawing asks for filters that would take minutes. */
export function hasHeavyFilter(svg: string): boolean {
  if ((svg.match(filterStep)?.length ?? 0) > mostSteps) return true;
  return exceeds(svg, reach, farthestReach) || exceeds(svg, octaves, mostOctaves);
}

function exceeds(svg: string, attribute: RegExp, most: number): boolean {
  return [...svg.matchAll(attribute)].some(([, value = '']) =>
    value.split(/[\s,]+/).some(part => Number.parseFloat(part) > most),
  );
}
