import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextSize, textLadder } from '../../src/theme/textLadder.ts';

const quarters = (least: number, most: number) => fc.integer({ min: least * 4, max: most * 4 }).map(each => each / 4);

/** A size of text, and bounds around it. */
const asked = fc.record({ size: quarters(7, 14), lead: quarters(1, 4), below: quarters(0, 3), above: quarters(0, 3) });

const areaOf = ({ bodySizePt, leadingPt }: TextSize): number => bodySizePt * leadingPt;

describe('textLadder', () => {
  it('goes down in steps that each save room, within the bounds, in quarters of a point', () => {
    fc.assert(
      fc.property(asked, ({ size, lead, below, above }) => {
        const usual = { bodySizePt: size, leadingPt: size + lead };
        const ladder = textLadder(usual, size - below, size + above);
        expect(ladder.length).toBeGreaterThan(0);
        ladder.forEach((rung, index) => {
          const next = ladder[index + 1];
          if (next !== undefined) expect(areaOf(next)).toBeLessThan(areaOf(rung));
          expect(rung.bodySizePt).toBeGreaterThanOrEqual(size - below);
          expect(rung.bodySizePt).toBeLessThanOrEqual(size + above);
          expect([rung.bodySizePt * 4, rung.leadingPt * 4].every(Number.isInteger)).toBe(true);
        });
      }),
    );
  });

  it('never sets lines closer than can be followed, but for those that were asked for', () => {
    const ladder = textLadder({ bodySizePt: 10, leadingPt: 10.5 }, 8, 12);
    const close = ladder.filter(({ bodySizePt, leadingPt }) => leadingPt < bodySizePt * 1.15);
    expect(close.every(({ bodySizePt, leadingPt }) => bodySizePt === 10 && leadingPt === 10.5)).toBe(true);
  });

  it('has the usual text in it', () => {
    fc.assert(
      fc.property(asked, ({ size, lead, below, above }) => {
        const usual = { bodySizePt: size, leadingPt: size + lead };
        expect(textLadder(usual, size - below, size + above)).toContainEqual(usual);
      }),
    );
  });
});
