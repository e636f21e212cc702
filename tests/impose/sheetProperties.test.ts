import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CompileError } from '../../src/diagnostics/compileError.ts';
import { type ImpositionRequest, duplexModes, markNames, schemeNames } from '../../src/impose/imposition.ts';
import { paperNames, parsePaper } from '../../src/impose/paperSizes.ts';
import { planSheets } from '../../src/impose/planSheets.ts';
import { trimFromPaper } from '../../src/impose/schemeGrid.ts';
import type { Mark, Placement, SheetPlan, SheetSide, SideBox } from '../../src/impose/sheetPlan.ts';
import { sheetsFor } from '../../src/impose/sheetsFor.ts';
import { processorTime } from '../support/processorTime.ts';
import { expectGolden } from '../support/golden.ts';

const side = fc.double({ min: 100, max: 800, noNaN: true });
const paperSide = fc.double({ min: 300, max: 1300, noNaN: true });
const anyRequest: fc.Arbitrary<ImpositionRequest> = fc.record({
  scheme: fc.constantFrom(...schemeNames),
  pages: fc.integer({ min: 1, max: 90 }),
  trimPt: fc.tuple(side, side),
  bleedPt: fc.constantFrom(0, 9, 40),
  direction: fc.constantFrom('ltr', 'rtl'),
  paperPt: fc.tuple(paperSide, paperSide),
  duplex: fc.constantFrom(...duplexModes),
  scaling: fc.constantFrom('fit', 'actual'),
  sheetsPerSignature: fc.integer({ min: 1, max: 8 }),
  abreast: fc.constantFrom(1, 2),
  caliperPt: fc.constantFrom(0, 0.28, 1),
  creepFactor: fc.double({ min: 1, max: Math.PI / 2, noNaN: true }),
  flyleaves: fc.integer({ min: 0, max: 2 }),
  marks: fc.subarray([...markNames]),
  sewingStations: fc.integer({ min: 0, max: 9 }),
});

/** A plan, or `null` where the request was refused for want of room. */
function planOf(request: ImpositionRequest): SheetPlan | null {
  try {
    return planSheets(request);
  } catch (error) {
    if (error instanceof CompileError && error.code.startsWith('impose/')) return null;
    throw error;
  }
}

function sidesOf({ sheets }: SheetPlan): readonly SheetSide[] {
  return sheets.flatMap(({ front, back }) => (back === null ? [front] : [front, back]));
}

const slackPt = 0.01;

function isInside(inner: SideBox, outer: SideBox): boolean {
  return (
    inner.left >= outer.left - slackPt &&
    inner.top >= outer.top - slackPt &&
    inner.left + inner.width <= outer.left + outer.width + slackPt &&
    inner.top + inner.height <= outer.top + outer.height + slackPt
  );
}

function overlap(left: SideBox, right: SideBox): boolean {
  return (
    left.left + left.width > right.left + slackPt &&
    right.left + right.width > left.left + slackPt &&
    left.top + left.height > right.top + slackPt &&
    right.top + right.height > left.top + slackPt
  );
}

/** A mark's extent on paper, as thin as it is drawn. */
function extentOf(mark: Mark): SideBox {
  switch (mark.type) {
    case 'crop':
    case 'fold':
    case 'cut':
      return {
        left: Math.min(mark.from[0], mark.to[0]),
        top: Math.min(mark.from[1], mark.to[1]),
        width: Math.abs(mark.to[0] - mark.from[0]),
        height: Math.abs(mark.to[1] - mark.from[1]),
      };
    case 'sewing':
      return { left: mark.at[0], top: mark.at[1], width: 0, height: 0 };
    case 'order':
      return mark.box;
  }
}

/** What is seen of a page once it is bound: its trim as far as its own side of the fold. */
function shown({ box, clip }: Placement): SideBox {
  const left = Math.max(box.left, clip.left);
  const top = Math.max(box.top, clip.top);
  return {
    left,
    top,
    width: Math.min(box.left + box.width, clip.left + clip.width) - left,
    height: Math.min(box.top + box.height, clip.top + clip.height) - top,
  };
}

function shrunk({ left, top, width, height }: SideBox, depth: number): SideBox {
  return { left: left + depth, top: top + slackPt, width: width - depth * 2, height: height - slackPt * 2 };
}

function onEveryPlan(check: (plan: SheetPlan, request: ImpositionRequest) => void): void {
  fc.assert(
    fc.property(anyRequest, request => {
      const plan = planOf(request);
      if (plan !== null) check(plan, request);
    }),
    { numRuns: 250 },
  );
}

describe('any plan', () => {
  it('has every page once', () => {
    onEveryPlan((plan, { pages }) => {
      const placed = sidesOf(plan).flatMap(({ placements }) => placements.flatMap(({ page }) => page ?? []));
      expect(placed.sort((left, right) => left - right)).toEqual(Array.from({ length: pages }, (_, page) => page));
    });
  });

  it('shows no page over another, and none outside of its side', () => {
    onEveryPlan(plan => {
      const paper = { left: 0, top: 0, width: plan.sidePt[0], height: plan.sidePt[1] };
      const faults = sidesOf(plan).flatMap(({ placements }) =>
        placements.filter(
          ({ clip }, index) =>
            !(clip.width > 0 && clip.height > 0 && isInside(clip, paper)) ||
            placements.slice(0, index).some(other => overlap(clip, other.clip)),
        ),
      );
      expect(faults).toEqual([]);
    });
  });

  it('has pages of one size, and bleed to their cuts at most', () => {
    onEveryPlan((plan, { trimPt, bleedPt, scaling }) => {
      if (scaling === 'actual') expect(plan.scale).toBeLessThanOrEqual(1);
      const bleed = bleedPt * plan.scale;
      const faults = sidesOf(plan)
        .flatMap(({ placements }) => placements)
        .filter(({ box: { left, top, width, height }, clip, scale }) => {
          const whole = { left: left - bleed, top: top - bleed, width: width + bleed * 2, height: height + bleed * 2 };
          const isScaled =
            Math.abs(width - trimPt[0] * scale) < slackPt && Math.abs(height - trimPt[1] * scale) < slackPt;
          return scale !== plan.scale || !isScaled || !isInside(clip, whole);
        });
      expect(faults).toEqual([]);
    });
  });

  it('is on the paper that was asked for, which is only turned', () => {
    onEveryPlan((plan, { paperPt }) => {
      expect([...plan.sidePt].sort((left, right) => left - right)).toEqual(
        [...paperPt].sort((left, right) => left - right),
      );
    });
  });

  it('has marks on paper that were asked for, none inside of a page but on the fold at its spine', () => {
    onEveryPlan((plan, { marks: wanted }) => {
      const paper = { left: 0, top: 0, width: plan.sidePt[0], height: plan.sidePt[1] };
      const faults = sidesOf(plan).flatMap(({ placements, marks }) =>
        marks.filter(mark => {
          const extent = extentOf(mark);
          // A step of the stair reaches two points into the pages at the spine, and is cut by no one.
          const depth = mark.type === 'order' ? 2 + slackPt : slackPt;
          return (
            !wanted.includes(mark.type) ||
            !isInside(extent, paper) ||
            placements.some(placement => overlap(extent, shrunk(shown(placement), depth)))
          );
        }),
      );
      expect(faults).toEqual([]);
    });
  });

  it('takes as many sheets as were counted, and one fewer with as many pages fewer as were said', () => {
    onEveryPlan((plan, request) => {
      const count = sheetsFor(request);
      expect(count.sheets).toBe(plan.sheets.length);
      expect(count.holds).toBeGreaterThanOrEqual(request.pages);
      const planned = (pages: number): number | undefined => planOf({ ...request, pages })?.sheets.length;
      expect(planned(count.holds)).toBe(plan.sheets.length);
      if (count.fewerPages === null) return;
      expect(planned(request.pages - count.fewerPages)).toBe(plan.sheets.length - 1);
      expect(planned(request.pages - count.fewerPages + 1)).toBe(plan.sheets.length);
    });
  });

  it('is the same for the same request', () => {
    onEveryPlan((plan, request) => {
      expect(planSheets(request)).toEqual(plan);
    });
  });
});

describe('signatures', () => {
  it('are none too long, as few as can be, and differ by one sheet at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 8 }), (pages, sheetsPerSignature) => {
        const { signatures } = planSheets({ ...golden, scheme: 'signatures', pages, sheetsPerSignature });
        const lengths = signatures.map(({ pieces }) => pieces.length);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(sheetsPerSignature);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        expect(lengths.length).toBe(Math.ceil(Math.ceil(pages / 4) / sheetsPerSignature));
      }),
    );
  });

  it('waste no half of a sheet when two are abreast', () => {
    for (let pages = 1; pages <= 200; pages++) {
      const plan = planSheets({
        ...golden,
        scheme: 'signatures',
        pages,
        sheetsPerSignature: 4,
        abreast: 2,
        scaling: 'fit',
      });
      expect(plan.sheets.length).toBe(Math.ceil(Math.ceil(pages / 4) / 2));
    }
  });
});

describe('signatures with flyleaves', () => {
  it('know their first and last pages, and which have none', () => {
    const { signatures } = planSheets({ ...golden, scheme: 'quarto', trimPt: [290, 380], pages: 9, flyleaves: 3 });
    expect(signatures.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual([
      [0, 1],
      [2, 8],
      [null, null],
    ]);
  });
});

describe('holes and steps', () => {
  it.each(['signatures', 'quarto', 'octavo'] as const)('of %s are on the fold of each signature', scheme => {
    const request: ImpositionRequest = { ...golden, scheme, scaling: 'fit', pages: 100, sheetsPerSignature: 4 };
    const plan = planSheets(request);
    const marks = sidesOf(plan).flatMap(side => side.marks);
    const steps = marks.flatMap(mark => (mark.type === 'order' ? mark : []));
    expect(steps.map(({ number }) => number)).toEqual(plan.signatures.map((_, index) => index + 1));
    const tops = steps.map(({ box }) => box.top);
    expect(tops).toEqual([...tops].sort((left, right) => left - right));
    const holes = marks.filter(mark => mark.type === 'sewing');
    expect(holes.length).toBe(plan.signatures.length * request.sewingStations);
  });

  it('stand where they are sewn: inside of the innermost sheet, staples at a quarter and three quarters', () => {
    const { sheets, leafPt, sewing } = planSheets({ ...golden, sewingStations: 2, duplex: 'shortEdge' });
    const top = (612 - leafPt[1]) / 2;
    const inside = sheets.at(-1)?.back?.marks;
    expect(inside).toEqual([0.25, 0.75].map(share => ({ type: 'sewing', at: [396, top + leafPt[1] * share] })));
    expect(sewing).toEqual({ stationsPt: [leafPt[1] / 4, (leafPt[1] * 3) / 4], fromSpinePt: 0 });
    expect(sheets.slice(0, -1).flatMap(({ back }) => back?.marks)).toEqual([]);
  });
});

describe('pages that were set for their paper', () => {
  it.each(schemeNames)('have room in their own size: %s', scheme => {
    for (const name of paperNames) {
      const paperPt = parsePaper(name) ?? [0, 0];
      const trimPt = trimFromPaper(scheme, paperPt);
      const plan = planSheets({ ...golden, scheme, pages: 8, trimPt, paperPt });
      expect(plan.scale).toBeGreaterThan(0.998);
      expect(plan.leafPt[0] * plan.leafPt[1]).toBeGreaterThan(trimPt[0] * trimPt[1] * 0.996);
    }
  });
});

const golden: ImpositionRequest = {
  scheme: 'booklet',
  pages: 12,
  trimPt: [360, 560],
  bleedPt: 9,
  direction: 'ltr',
  paperPt: [612, 792],
  duplex: 'longEdge',
  scaling: 'actual',
  sheetsPerSignature: 2,
  abreast: 1,
  caliperPt: 0.3,
  creepFactor: 1.2,
  flyleaves: 0,
  marks: markNames,
  sewingStations: 3,
};

/** Creep and marks of each scheme as they were looked at, one placement or mark a line. */
describe('the plan of', () => {
  const cases: Readonly<Record<string, Partial<ImpositionRequest>>> = {
    booklet: {},
    'booklet-abreast': { trimPt: [290, 380], abreast: 2 },
    signatures: { pages: 14, scheme: 'signatures', direction: 'rtl' },
    quarto: { scheme: 'quarto', trimPt: [290, 380], duplex: 'shortEdge' },
    octavo: { scheme: 'octavo', trimPt: [180, 290] },
    'mini-zine': { scheme: 'mini-zine', trimPt: [190, 300], pages: 8 },
    'cut-and-stack': { scheme: 'cut-and-stack', trimPt: [270, 370], pages: 10 },
    stab: { scheme: 'stab', duplex: 'twoPasses' },
  };

  it.each(Object.entries(cases))('%s', (name, changes) => {
    const plan = planSheets({ ...golden, ...changes });
    expectGolden(join(import.meta.dirname, 'golden', `${name}.json`), print(plan));
  });
});

/** JSON with one placement or mark a line, to be read by eye. */
function print({ sheets, ...frame }: SheetPlan): string {
  const list = (items: readonly unknown[]): string => items.map(item => `\n      ${JSON.stringify(item)}`).join(',');
  const sides = sheets.map(sheet =>
    Object.entries(sheet).map(([name, shownSide]: [string, SheetSide | null]) =>
      shownSide === null
        ? `"${name}": null`
        : `"${name}": {\n    "placements": [${list(shownSide.placements)}],\n    "marks": [${list(shownSide.marks)}]}`,
    ),
  );
  const head = Object.entries(frame).map(([key, value]) => `"${key}": ${JSON.stringify(value)}`);
  return `{${head.join(',\n')},\n"sheets": [${sides.map(each => `{\n  ${each.join(',\n  ')}}`).join(',\n ')}]}\n`;
}

describe('creep', () => {
  it('moves the pages of inner sheets towards the fold, by what the sheets around them push them out', () => {
    const { sheets, creepPt } = planSheets({ ...golden, duplex: 'shortEdge', caliperPt: 0.5, creepFactor: 1.5 });
    const fold = 396;
    const gaps = sheets.map(({ front }) => front.placements.map(({ box }) => fold - box.left));
    // The left page's box ends on the fold, the right one's begins there.
    expect(gaps).toEqual([
      [360, 0],
      [359.25, 0.75],
      [358.5, 1.5],
    ]);
    expect(creepPt).toBe(1.5);
    for (const { front } of sheets) {
      const [left, right] = front.placements;
      expect((left?.clip.left ?? 0) + (left?.clip.width ?? 0)).toBe(fold);
      expect(right?.clip.left).toBe(fold);
    }
  });
});

describe('10,000 pages', () => {
  it.each(schemeNames.filter(scheme => scheme !== 'mini-zine'))('are laid on sheets at once as %s', scheme => {
    // Some 3 ms, 10 with marks; the limit leaves room for machines under load.
    const plan = (): void => void planSheets({ ...golden, scheme, pages: 10_000, scaling: 'fit' });
    expect(processorTime(plan)).toBeLessThan(200);
  });
});
