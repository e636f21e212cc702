import { describe, expect, it } from 'vitest';
import { isRuleLine } from '../../src/parse/ruleLine.ts';

describe('isRuleLine', () => {
  it.each(['***', '* * *', '-----', '#', '# # #', '~*~*~', '• • •', '-=-=-', '⁂', 'oOo', '-oOo-', 'o0o0o', 'xXx', 'x x x', '<><>', '━━━━', '  ***  ', '••••', '❦', '☆ ♥ ☆', 'XXXX666XXXX', 'XXXXXXXXZXXXXX', '~x~', '-X-', '--0--', 'o-o-o-o', 'oxoxoxox', '^v^v^v^', 'ϟϟϟ', '⭐⭐⭐', '🌸 🌸 🌸'])(
    'takes %s for a line of ornaments',
    line => {
      expect(isRuleLine(line)).toBe(true);
    },
  ); // prettier-ignore

  it.each(['', '...', '"..."', '?!', '(!)', 'ooh', 'xx', 'Oh', '* note', 'K***', '3', '“…”', '*'.repeat(300), 'xoxo', 'XO', 'o.O', 'XXI', 'x', '⭐', '😂😂😂', 'Ooooh', 'vv', '-_-', 'assh*le', 'oOo she said'])('takes “%s” for none', line => {
    expect(isRuleLine(line)).toBe(false);
  }); // prettier-ignore
});
