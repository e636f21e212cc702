import { describe, expect, it } from 'vitest';
import { isRuleLine } from '../../src/parse/ruleLine.ts';

describe('isRuleLine', () => {
  it.each(['***', '* * *', '-----', '#', '# # #', '~*~*~', '• • •', '-=-=-', '⁂', 'oOo', '-oOo-', 'o0o0o', 'xXx', 'x x x', '<><>', '━━━━', '  ***  '])(
    'takes %s for a line of ornaments',
    line => {
      expect(isRuleLine(line)).toBe(true);
    },
  ); // prettier-ignore

  it.each(['', '...', '"..."', '?!', '(!)', 'ooh', 'xx', 'Oh', '* note', 'K***', '3', '“…”', '*'.repeat(300)])('takes “%s” for none', line => {
    expect(isRuleLine(line)).toBe(false);
  }); // prettier-ignore
});
