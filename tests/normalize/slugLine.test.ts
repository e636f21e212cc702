import { describe, expect, it } from 'vitest';
import { readBespokeRule } from '../../src/normalize/breaks/bespokeRule.ts';
import { isSlugLine } from '../../src/normalize/breaks/slugLine.ts';

describe('isSlugLine', () => {
  it.each(['Mara’s POV', 'BPOV', '~Mara POV~', 'Point of view: Wren', 'THREE MONTHS LATER', 'Two weeks earlier...', 'The next morning', '* Flashback *', 'End Flashback', 'June 3, 1998', 'Monday, 3 June', 'October 31st, 1981', '6:15 am', '0800 hours', 'Wickside, June 1901', 'London, 1889'])(
    'takes %s for one',
    text => {
      expect(isSlugLine(text)).toBe(true);
    },
  ); // prettier-ignore

  it.each(['', 'In her POV, that was wrong.', 'He came later.', '“Later,” she said.', 'May I?', 'Yes, England', 'Well, Harry', 'At 6:15 he rose.', 'She remembered the flashback.', 'x'.repeat(100)])(
    'takes “%s” for none',
    text => {
      expect(isSlugLine(text)).toBe(false);
    },
  ); // prettier-ignore
});

describe('readBespokeRule', () => {
  it.each(['--- LINE BREAK ---', '[Scene break]', 'Page break', '(scene change)', '~*~Line break~*~', 'LINEBREAK', '*page break*'])(
    'takes %s for a rule by its words',
    text => {
      expect(readBespokeRule(text)?.isNamed).toBe(true);
    },
  ); // prettier-ignore

  it.each(['***...~KDR~...***', '~*~POV~*~', '-=*KD*=-'])('takes %s for one where it returns', text => {
    expect(readBespokeRule(text)?.isNamed).toBe(false);
  });

  it.each(['', 'Break!', 'Line', '~*~ Flashback ~*~', '* Mara *', '--BOOM! he said--', 'The break', 'K***', '~'.repeat(500)])(
    'reads none in “%s”',
    text => {
      expect(readBespokeRule(text)).toBeNull();
    },
  ); // prettier-ignore
});
