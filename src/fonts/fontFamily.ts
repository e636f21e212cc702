import { boldWeight, regularWeight } from './faceFacts.ts';
import type { FaceSource } from './faceSource.ts';
import type { FontFace } from './fontFace.ts';

/** The four faces that running text asks of a family. */
export type FaceName = 'regular' | 'italic' | 'bold' | 'boldItalic';

/** The faces of one design, by name; each is opened when it is first asked for. */
export interface FontFamily {
  readonly name: string;
  /** Where it comes from, to name in findings; `null` for one of the program's own. */
  readonly path: string | null;
  /** The names of the faces that it has; at least one. */
  readonly faces: readonly FaceName[];
  /** The face of that name, or the nearest that there is. */
  readonly face: (name: FaceName) => FontFace;
}

const faceNames: readonly FaceName[] = ['regular', 'italic', 'bold', 'boldItalic'];

/** What takes the place of a face that is missing: first another of its slant. */
const nearest: Readonly<Record<FaceName, readonly FaceName[]>> = {
  regular: ['regular', 'bold', 'italic', 'boldItalic'],
  italic: ['italic', 'regular', 'boldItalic', 'bold'],
  bold: ['bold', 'regular', 'boldItalic', 'italic'],
  boldItalic: ['boldItalic', 'bold', 'italic', 'regular'],
};

/** The face of a family that stands for one that it may lack. */
export function nearestFace(faces: readonly FaceName[], wanted: FaceName): FaceName {
  return nearest[wanted].find(name => faces.includes(name)) ?? 'regular';
}

/** Makes a family of faces that are opened by name. */
export function createFamily(
  name: string,
  path: string | null,
  openers: Readonly<Partial<Record<FaceName, (() => FontFace) | undefined>>>,
): FontFamily {
  const faces = faceNames.filter(face => openers[face] !== undefined);
  const opened = new Map<FaceName, FontFace>();
  return {
    name,
    path,
    faces,
    face: wanted => {
      const own = nearestFace(faces, wanted);
      let face = opened.get(own);
      if (face === undefined) {
        const open = openers[own];
        if (open === undefined) throw new RangeError(`the family ${name} has no face`);
        face = open();
        opened.set(own, face);
      }
      return face;
    },
  };
}

/** A bold face is no lighter than semibold. */
const lightestBold = 600;

/** A condensed face is taken only where there is no other of the weight. */
const widthCost = 1000;

/** A face that is drawn for its weight goes before one that a variable font makes of itself. */
const variableCost = 0.5;

/** Picks the four faces that text asks for out of all that a family has, by what the fonts say of themselves. */
export function gatherFamily(name: string, path: string, sources: readonly FaceSource[]): FontFamily {
  const openers: Partial<Record<FaceName, () => FontFace>> = {};
  for (const face of faceNames) {
    const isItalic = face === 'italic' || face === 'boldItalic';
    const isBold = face === 'bold' || face === 'boldItalic';
    const found = pickFace(
      sources.filter(({ facts }) => facts.isItalic === isItalic),
      isBold,
    );
    if (found !== null) openers[face] = () => found.source.open(found.weight);
  }
  return createFamily(name, path, openers);
}

interface PickedFace {
  readonly source: FaceSource;
  /** The weight that a variable font is fixed at. */
  readonly weight: number | null;
}

function pickFace(sources: readonly FaceSource[], isBold: boolean): PickedFace | null {
  const wanted = isBold ? boldWeight : regularWeight;
  let best: (PickedFace & { readonly cost: number }) | null = null;
  for (const source of sources) {
    const { weights, weight: own, width } = source.facts;
    const weight = weights === null ? null : Math.min(Math.max(wanted, weights.least), weights.most);
    const shown = weight ?? own;
    if (shown >= lightestBold !== isBold) continue;
    const cost = Math.abs(shown - wanted) + Math.abs(width - 5) * widthCost + (weight === null ? 0 : variableCost);
    if (best === null || cost < best.cost) best = { source, weight, cost };
  }
  return best;
}
