import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeRemaining, Pace } from '../../src/cli/pace.ts';
import { progressLines, progressSentence, type WorkState } from '../../src/cli/progressText.ts';
import { canChangeLines, wantsColor } from '../../src/cli/terminal.ts';
import { widthOf } from '../../src/cli/textWidth.ts';
import { ShelfTracker } from '../../src/cli/workTracker.ts';
import { bookReport } from '../shelf/bookReports.ts';

const state: WorkState = { done: 214, total: 1000, unit: ['book', 'books'], failed: 2, doing: ['making', 'letters/aunt may/the long winter of the hollow house.epub'], others: 1, remainingMs: 170_000 }; // prettier-ignore

describe('progress', () => {
  it('tells how many, how long and what', () => {
    expect(progressLines(state, 79)).toEqual([
      '━━━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄  214 of 1,000 books  2 failed  about 3 min left',
      'making letters/aunt may/the long winter of the hollow house.epub and 1 more',
    ]);
    expect(progressSentence(state)).toBe('214 of 1,000 books, 2 failed, about 3 min left');
  });

  it('tells less where there is no room', () => {
    expect(progressLines(state, 39)).toEqual(['214 of 1,000 books  about 3 min left', expect.stringMatching(/^making lett.*….*house\.epub and 1 more$/)]); // prettier-ignore
    expect(progressLines({ ...state, failed: 0, remainingMs: null, doing: null }, 39)).toEqual(['━━━━┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄  214 of 1,000 books']); // prettier-ignore
  });

  it('never fills more than its columns, and is one line of what can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 100 }), fc.nat(5), (name, columns, others) => {
        const lines = progressLines({ ...state, doing: ['making', name], others }, columns);
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
        }
      }),
    );
  }); // prettier-ignore
});

describe('the time that is left', () => {
  it('is not told before it is known', () => {
    const pace = new Pace(0);
    expect(pace.remainingMs(60_000, 10)).toBeNull();
    for (const time of [500, 1600, 1800, 2000]) pace.finishOne(time);
    expect(pace.remainingMs(2500, 10)).toBeNull();
    expect(pace.remainingMs(3000, 10)).toBeGreaterThan(0);
  });

  it('goes down steadily while books take about as long as each other', () => {
    const pace = new Pace(0);
    const told: number[] = [];
    for (let done = 1; done <= 100; done++) {
      pace.finishOne(done * 1000 + (done % 3) * 200);
      const remaining = pace.remainingMs(done * 1000 + 600, 100 - done);
      if (remaining !== null) told.push(remaining);
    }
    expect(told.length).toBeGreaterThan(90);
    for (const [index, value] of told.entries()) expect(value).toBeLessThanOrEqual((told[index - 1] ?? Infinity) + 1);
    expect(told[40]).toBeGreaterThan(45_000);
    expect(told[40]).toBeLessThan(70_000);
  });

  it('is no shorter for books that were found unchanged', () => {
    const tracker = new ShelfTracker(0);
    tracker.add({ type: 'shelfPlanned', books: 1000 }, 0);
    for (let index = 0; index < 900; index++) tracker.add({ type: 'bookFinished', book: bookReport(`${index}`, { status: 'unchanged' }) }, 10); // prettier-ignore
    for (let index = 900; index < 910; index++) {
      tracker.add({ type: 'bookStarted', id: `${index}` }, (index - 900) * 1000);
      tracker.add({ type: 'bookFinished', book: bookReport(`${index}`) }, (index - 899) * 1000);
    }
    expect(tracker.state(10_000)).toMatchObject({ done: 910, total: 1000, failed: 0, doing: null });
    expect(tracker.state(10_000).remainingMs).toBeGreaterThan(60_000);
  });

  it('is told the coarser the longer it is', () => {
    expect([2000, 21_000, 58_000, 170_000, 7_000_000].map(describeRemaining)).toEqual(['a few s left', 'about 25 s left', 'about 1 min left', 'about 3 min left', 'about 2 h left']); // prettier-ignore
  });
});

describe('a stream', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('that is a terminal (%s), with %o, has colours: %s', (isTTY, environment, expected) => {
    expect(wantsColor({ isTTY }, environment)).toBe(expected);
  });

  it('is written over on a terminal that can, and in no log', () => {
    expect(canChangeLines({ isTTY: true }, { TERM: 'xterm' })).toBe(true);
    for (const [isTTY, environment] of [[false, {}], [true, { TERM: 'dumb' }], [true, { CI: 'true' }]] as const) {
      expect(canChangeLines({ isTTY }, environment)).toBe(false);
    }
  }); // prettier-ignore
});
