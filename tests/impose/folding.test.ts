import { describe, expect, it } from 'vitest';
import {
  type Duplex,
  type ImpositionRequest,
  type SchemeName,
  duplexModes,
  schemeNames,
} from '../../src/impose/imposition.ts';
import { planSheets } from '../../src/impose/planSheets.ts';
import type { Placement, SheetPlan, SheetSide } from '../../src/impose/sheetPlan.ts';
import { type ReadPage, readBook } from './paperFolder.ts';

const letter = [612, 792] as const;
const base: ImpositionRequest = {
  scheme: 'booklet',
  pages: 16,
  trimPt: [396, 612],
  bleedPt: 0,
  direction: 'ltr',
  paperPt: letter,
  duplex: 'longEdge',
  scaling: 'fit',
  sheetsPerSignature: 4,
  abreast: 1,
  caliperPt: 0,
  creepFactor: 1.2,
  flyleaves: 0,
  marks: [],
  sewingStations: 3,
};

/** Upright and lying pages, on paper upright, lying and square: the printer's edges are another each time. */
const formats: readonly Partial<ImpositionRequest>[] = [
  {},
  { trimPt: [612, 396] },
  { trimPt: [419.53, 595.28], paperPt: [595.28, 841.89] },
  { trimPt: [300, 300], paperPt: [700, 700] },
  { trimPt: [200, 500], paperPt: [1224, 792] },
  { trimPt: [250, 200], paperPt: [600, 600] },
];

const counts = Array.from({ length: 200 }, (_, index) => index + 1);
const directions = ['ltr', 'rtl'] as const;

/** What a reader would say of a folded book: nothing, when all is well. */
function faultsOf(plan: SheetPlan, request: ImpositionRequest): readonly string[] {
  const faults: string[] = [];
  let read: readonly ReadPage[];
  try {
    read = readBook(plan, request.caliperPt * request.creepFactor);
  } catch (error) {
    return [String(error)];
  }
  // A ring of pages begins where its reader holds it; blank leaves before the first page come last then.
  const isRing = plan.scheme === 'mini-zine';
  const expected: (number | null)[] = [
    ...Array.from({ length: isRing ? 0 : request.flyleaves * 2 }, () => null),
    ...Array.from({ length: request.pages }, (_, page) => page),
  ];
  while (expected.length < read.length) expected.push(null);
  const order = read.map(({ page }) => page);
  if (JSON.stringify(order) !== JSON.stringify(expected))
    faults.push(`order ${order.map(page => page ?? '-').join(' ')}`);
  if (read.filter(({ page }) => page === null).length !== plan.blanks) faults.push('blanks are counted wrongly');
  read.forEach(({ isUpright, side, innerPt, outerPt, headPt }, index) => {
    if (!isUpright) faults.push(`place ${index} is not upright`);
    if (side !== (index % 2 === 0 ? 'recto' : 'verso')) faults.push(`place ${index} is a ${side}`);
    if (Math.abs(headPt - (read[0]?.headPt ?? 0)) > 0.01) faults.push(`place ${index} stands at another height`);
    // Folded around each other and cut, all text is as far from the cut as it was to be.
    if (Math.abs(outerPt - (read[0]?.outerPt ?? 0)) > 0.01)
      faults.push(`place ${index} is ${outerPt} from the spine to its edge`);
    if (plan.folds.length > 0 && !isRing && Math.abs(innerPt) > 0.01)
      faults.push(`place ${index} is ${innerPt} from the fold`);
  });
  return faults;
}

function faults(changes: Partial<ImpositionRequest>): readonly string[] {
  const request = { ...base, ...changes };
  return faultsOf(planSheets(request), request).map(fault => `${JSON.stringify(changes)}: ${fault}`);
}

describe.each(schemeNames)('%s, printed and folded', scheme => {
  const pages = scheme === 'mini-zine' ? counts.slice(0, 8) : counts;

  it.each(duplexModes.flatMap(duplex => directions.map(direction => ({ duplex, direction }))))(
    'reads in order, $duplex, $direction',
    ({ duplex, direction }) => {
      const found = pages.flatMap((count, index) =>
        faults({
          ...formats[index % formats.length],
          ...(index % 3 === 0 ? { caliperPt: 0.28 } : {}),
          scheme,
          duplex,
          direction,
          pages: count,
          sheetsPerSignature: 1 + (index % 8),
        }),
      );
      expect(found).toEqual([]);
    },
  );
});

describe('two signatures abreast', () => {
  it.each(
    (['booklet', 'signatures'] as const).flatMap(scheme =>
      duplexModes.flatMap(duplex => directions.map(direction => ({ scheme, duplex, direction }))),
    ),
  )('$scheme reads in order, $duplex, $direction', ({ scheme, duplex, direction }) => {
    const found = counts.flatMap((count, index) =>
      faults({
        ...formats[index % formats.length],
        ...(index % 3 === 0 ? { caliperPt: 0.28 } : {}),
        scheme,
        duplex,
        direction,
        abreast: 2,
        pages: count,
        sheetsPerSignature: 1 + (Math.floor(index / 4) % 8),
      }),
    );
    expect(found).toEqual([]);
  });
});

describe('signatures of every length', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('of at most %i sheets read in order', sheetsPerSignature => {
    const found = counts.flatMap(count => [
      ...faults({ scheme: 'signatures', pages: count, sheetsPerSignature }),
      ...faults({ scheme: 'signatures', pages: count, sheetsPerSignature, abreast: 2, direction: 'rtl', flyleaves: 1 }),
    ]);
    expect(found).toEqual([]);
  });
});

describe('flyleaves and leaves on a sheet', () => {
  it.each(schemeNames)('%s has blank leaves around its pages', scheme => {
    const found = [1, 2, 3, 4, 5, 17, 64].flatMap(count =>
      [0, 1, 2].flatMap(flyleaves =>
        scheme === 'mini-zine' && count + flyleaves * 4 > 8 ? [] : faults({ scheme, flyleaves, pages: count }),
      ),
    );
    expect(found).toEqual([]);
  });

  it.each(['cut-and-stack', 'stab'] as const)(
    '%s reads in order with as many leaves on a sheet as are asked for',
    scheme => {
      const found = [1, 2, 3, 4, 6, 8, 9, 16].flatMap(leavesPerSheet =>
        duplexModes.flatMap(duplex =>
          counts.filter(count => count % 7 === 1).flatMap(pages => faults({ scheme, leavesPerSheet, duplex, pages })),
        ),
      );
      expect(found).toEqual([]);
    },
  );
});

/** The simulator itself must see what is wrong: each of these breaks a plan that reads well. */
describe('a broken plan', () => {
  const mutations: Readonly<Record<string, (side: SheetSide) => SheetSide>> = {
    'with two pages swapped': swapped,
    'with a page on its head': side => ({
      ...side,
      placements: side.placements.map((each, at) => (at === 0 ? turned(each) : each)),
    }),
    'with a page beside its place': side => ({
      ...side,
      placements: side.placements.map((each, at) => (at === 0 ? moved(each) : each)),
    }),
    'with a page missing': side => ({ ...side, placements: side.placements.slice(1) }),
    'with a page twice': side => ({ ...side, placements: [...side.placements, ...side.placements.slice(0, 1)] }),
  };
  const plans = schemeNames.map(scheme => ({ scheme, pages: scheme === 'mini-zine' ? 8 : 32, leavesPerSheet: 2 }));

  it.each(plans.flatMap(plan => Object.keys(mutations).map(name => ({ ...plan, name }))))(
    '$scheme $name is seen',
    ({ name, ...changes }) => {
      const request = { ...base, ...changes };
      const plan = planSheets(request);
      expect(faultsOf(plan, request)).toEqual([]);
      const mutate = mutations[name] ?? (side => side);
      for (const which of ['front', 'back'] as const) {
        const side = plan.sheets[0]?.[which];
        if (side == null) continue;
        const sheets = plan.sheets.map((sheet, at) => (at === 0 ? { ...sheet, [which]: mutate(side) } : sheet));
        expect(faultsOf({ ...plan, sheets }, request)).not.toEqual([]);
      }
    },
  );

  it.each(
    schemeNames
      .filter(scheme => scheme !== 'mini-zine')
      .flatMap(scheme => duplexModes.map(duplex => ({ scheme, duplex }))),
  )('$scheme for $duplex is seen when the printer turns over the other edge', ({ scheme, duplex }) => {
    const request = { ...base, scheme, duplex, pages: 32 };
    const other: Record<Duplex, Duplex> = { longEdge: 'shortEdge', shortEdge: 'longEdge', twoPasses: 'shortEdge' };
    expect(faultsOf({ ...planSheets(request), duplex: other[duplex] }, request)).not.toEqual([]);
  });

  it('is seen when sheets, folds, slits, passes or creep are not what the plan has', () => {
    const broken = (
      scheme: SchemeName,
      changes: Partial<ImpositionRequest>,
      mutate: (plan: SheetPlan) => Partial<SheetPlan>,
    ): void => {
      const request = { ...base, scheme, pages: scheme === 'mini-zine' ? 8 : 32, ...changes };
      const plan = planSheets(request);
      expect(faultsOf(plan, request)).toEqual([]);
      expect(faultsOf({ ...plan, ...mutate(plan) }, request)).not.toEqual([]);
    };
    broken('booklet', {}, plan => ({ sheets: plan.sheets.toReversed() }));
    broken('booklet', {}, plan => ({ folds: plan.folds.map(fold => ({ ...fold, behind: 'right' })) }));
    broken('octavo', {}, plan => ({ folds: plan.folds.toReversed() }));
    broken('octavo', {}, plan => ({ slits: plan.slits.slice(1) }));
    broken('quarto', {}, () => ({ slits: [] }));
    broken('mini-zine', {}, plan => ({ slits: plan.slits.map(slit => ({ ...slit, from: 0 })) }));
    broken('booklet', { duplex: 'twoPasses' }, plan => ({
      passes: { fronts: plan.passes?.fronts ?? [], backs: plan.passes?.fronts ?? [] },
    }));
    broken('cut-and-stack', {}, plan => ({ cuts: plan.cuts.slice(1) }));
    broken('cut-and-stack', {}, plan => ({ parts: plan.parts.toReversed() }));
    const thick = { ...base, caliperPt: 0.3 };
    expect(faultsOf(planSheets(base), thick)).not.toEqual([]);
    expect(faultsOf(planSheets(thick), base)).not.toEqual([]);
  });
});

function swapped(side: SheetSide): SheetSide {
  const [first, second, ...rest] = side.placements;
  if (first === undefined || second === undefined) throw new Error('nothing to swap');
  return { ...side, placements: [{ ...first, page: second.page }, { ...second, page: first.page }, ...rest] };
}

function turned(placement: Placement): Placement {
  return { ...placement, rotation: placement.rotation === 0 ? 180 : 0 };
}

function moved(placement: Placement): Placement {
  return { ...placement, box: { ...placement.box, left: placement.box.left + 5, top: placement.box.top + 5 } };
}
