import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/book/tree.ts';
import { learnEmphasis } from '../../src/normalize/typography/emphasisMarks.ts';
import { readInlineNotes } from '../../src/normalize/typography/inlineNotes.ts';
import { readTextInlines } from '../../src/normalize/typography/textInlines.ts';

function shown(inlines: readonly Inline[]): string {
  return inlines
    .map(inline => {
      if (inline.type === 'text') return inline.value;
      if (inline.type === 'hardBreak') return '⏎';
      if ('children' in inline) return `{${inline.type} ${shown(inline.children)}}`;
      return 'value' in inline ? inline.value : `{${inline.type}}`;
    })
    .join('');
}

const read = (text: string, ...file: string[]) => shown(readTextInlines(text, learnEmphasis(file)));

describe('emphasis in plain text', () => {
  it.each([
    ['It was _not_ so; (*really*), *truly!*', 'It was {emphasis not} so; ({emphasis really}), {emphasis truly!}'],
    ['**Now** and ***never***.', '{strong Now} and {strong {emphasis never}}.'],
    ['*"Come here,"* she said.', '{emphasis "Come here,"} she said.'],
    ['"*Come* here."', '"{emphasis Come} here."'],
    ['_A whole, long thought; of (many) words._', '{emphasis A whole, long thought; of (many) words.}'],
    ['*a _b_ c*', '{emphasis a {emphasis b} c}'],
    ['_The_ snake_case _of a_b_', '{emphasis The} snake_case {emphasis of a_b}'],
    ['I...*you*...we', 'I...{emphasis you}...we'],
    ["*Enterprise*'s crew", "{emphasis Enterprise}'s crew"],
    ['An <i>old</i> <B>lamp</B>, [i]so[/i] <em class="x">it</em> is.', 'An {emphasis old} {strong lamp}, {emphasis so} {emphasis it} is.'],
    ['one<br>two<br />three', 'one⏎two⏎three'],
    ['first *line\nsecond* line', 'first {emphasis line⏎second} line'],
  ])('is read: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  }); // prettier-ignore

  it.each([
    'assh*le and f**k and s***head',
    'You ***ing lamp, f*** off',
    '2 * 3 * 4 and 2*3*4',
    'the ship* and the lamp*',
    '* a footnote',
    '*An unclosed thought.',
    'Dormouse_in_Situ and __FILE',
    '~Come here~ ::now:: =so=',
    '*** and ___ and **',
    '<3 and <lamp> and </i> and <i>open',
    'http://a.example/b_c_d/*x',
    'ocean/sky, K/S, and/or, his/her, 1/2/98, /usr/bin, / now /',
  ])('is not read: %s', text => {
    expect(read(text)).toBe(text);
  });

  it('takes slashes for emphasis where the file does', () => {
    const file = ['/Come/ here.', 'It was /late/.', '"/Now/," he said.', 'K/S and his/her.'];
    expect(read('"/Come to me,/ he sent to K/S."', ...file)).toBe('"{emphasis Come to me,} he sent to K/S."');
    expect(read('/Come/ here.', 'one /lamp/ only')).toBe('/Come/ here.');
  });
});

describe('asides inside a paragraph', () => {
  const notes = (text: string) => shown(readInlineNotes(readTextInlines(text, learnEmphasis([]))));

  it.each([
    ['He left. (A/N: I cried.) Then', 'He left. {inlineNote (A/N: I cried.)} Then'],
    ['He [AN: sorry!] left {A/N so}.', 'He {inlineNote [AN: sorry!]} left {inlineNote {A/N so}}.'],
    ["(Author's note: a (small) lamp) on", "{inlineNote (Author's note: a (small) lamp)} on"],
    ['(a/n haha :) sorry) on', '{inlineNote (a/n haha :) sorry)} on'],
    ['(A/N: I *know*!) on', '{inlineNote (A/N: I {emphasis know}!)} on'],
    ['*so (A/N: it) is*', '{emphasis so {inlineNote (A/N: it)} is}'],
    ['Il sort. (NdA : pardon) Puis', 'Il sort. {inlineNote (NdA : pardon)} Puis'],
    ['Он ушёл (прим. автора: да).', 'Он ушёл {inlineNote (прим. автора: да)}.'],
  ])('are set apart: %s', (text, expected) => {
    expect(notes(text)).toBe(expected);
  });

  it.each(['(an old lamp)', '(AN ORDINARY DAY)', '(note the lamp)', '(A/N: never closed', '(and so)'])(
    'are nothing else: %s',
    text => {
      expect(notes(text)).toBe(text);
    },
  );
});
