import { describe, expect, it } from 'vitest';
import { inlineText } from '../../src/book/plainText.ts';
import type { Inline } from '../../src/book/tree.ts';
import { createRepairTally } from '../../src/normalize/typography/repairTally.ts';
import { learnTypography, setPlainTypography, setTypography } from '../../src/normalize/typography/typography.ts';

/** Sets paragraphs of one file; a narrow no-break space is shown as `_`. */
function set(language: string, ...texts: string[]): string[] {
  const tally = createRepairTally({ file: 'story.txt', lines: [1, 1] });
  const typography = learnTypography(texts, language, tally);
  const blocks = texts.map(text => ({ type: 'paragraph', children: [{ type: 'text', value: text }] }) as const);
  return setTypography(blocks, typography).map(block =>
    block.type === 'paragraph' ? inlineText(block.children).replaceAll('\u202f', '_') : '',
  );
}

describe('typography', () => {
  it.each([
    ['"Yes," she said. "It\'s late."', '“Yes,” she said. “It’s late.”'],
    [`"He said 'no' to me," she said.`, '“He said ‘no’ to me,” she said.'],
    [`'Tis late; give 'em the '90s back, rock 'n' roll.`, '’Tis late; give ’em the ’90s back, rock ’n’ roll.'],
    [`The boys' room and the lighthouse's lamp.`, 'The boys’ room and the lighthouse’s lamp.'],
    ['"Unclosed, and it goes on.', '“Unclosed, and it goes on.'],
    ['and so it was," she said.', 'and so it was,” she said.'],
    ['He said,"Hello,"and left.', 'He said,“Hello,”and left.'],
    ['" Hello, " she said.', '“ Hello, ” she said.'],
    ['"?" he wrote. "!"', '“?” he wrote. “!”'],
    ['"I was--" he began. "--late?"', '“I was—” he began. “—late?”'],
    [`He was 6'2" tall, and the board 5' long and 12" wide.`, 'He was 6′2″ tall, and the board 5′ long and 12″ wide.'],
    ['"I am 19," she said. "He is 20"', '“I am 19,” she said. “He is 20”'],
    ["''Yes,'' she said, ''now.''", '“Yes,” she said, “now.”'],
    ["``Yes,'' she said. `So.' Don`t.", '“Yes,” she said. ‘So.’ Don’t.'],
    ['“Mixed," she said. "Marks.”', '“Mixed,” she said. “Marks.”'],
    ['He waited... and. . . waited.... Then.....', 'He waited… and… waited.… Then.....'],
    ['It was late - too late - to row 3 - 4 miles. K-9.', 'It was late – too late – to row 3 - 4 miles. K-9.'],
    ['"I never-" "What the-?" he said.', '“I never—” “What the—?” he said.'],
    ['But I-', 'But I—'],
    ['"-and then Wh- what?"', '“—and then Wh- what?”'],
    ['- an item - of a list', '- an item – of a list'],
    ['See http://a.example/it\'s--x...y and nell--o@lamps.example "now".', 'See http://a.example/it\'s--x...y and nell--o@lamps.example “now”.'],
    [`I <3 it :'( and >:'( and :-) 'so'.`, `I <3 it :'( and >:'( and :-) ‘so’.`],
    ['<>-=*"\'"*=-<>-=*"\'"*=-<>', '<>-=*"\'"*=-<>-=*"\'"*=-<>'],
    ['"..."', '“…”'],
    ['----- --> <!-- x', '----- --> <!-- x'],
    ['She read the "Lamp"/"Tide" and the ("odd") one.', 'She read the “Lamp”/“Tide” and the (“odd”) one.'],
    ['A *"quoted"* word.', 'A *“quoted”* word.'],
  ])('sets English: %s', (typed, expected) => {
    expect(set('en', typed)).toEqual([expected]);
  }); // prettier-ignore

  it('reads single speech where the file prints it so', () => {
    const texts = [
      `'Come in,' she said.`,
      `'The boys' boat,' he said, 'is "late".'`,
      `'Cause I say so,' he said.`,
      `'It runs on.`,
    ];
    expect(set('en', ...texts)).toEqual([
      '‘Come in,’ she said.',
      '‘The boys’ boat,’ he said, ‘is “late”.’',
      '‘Cause I say so,’ he said.',
      '‘It runs on.',
    ]);
  });

  it.each([
    ['de', `"Ja", sagte er -- "so geht's." Klaus' Boot.`, '„Ja“, sagte er – „so geht’s.“ Klaus’ Boot.'],
    ['de', `,,Ja'', sagte er. "Er rief 'Nein'."`, '„Ja“, sagte er. „Er rief ‚Nein‘.“'],
    ['de-CH', '"Ja"', '«Ja»'],
    ['fr', '"Oui", dit-il ; "pourquoi pas?" L\'eau: 12:30 :-)', '«_Oui_», dit-il_; «_pourquoi pas_?_» L’eau_: 12:30 :-)'],
    ['fr', '« Oui ! » et «Non»', '«_Oui_!_» et «_Non_»'],
    ['fr', '" Oui " dit-il.', '«_Oui_» dit-il.'],
    ['fr', "- Bonjour, dit-il - mais non.", '— Bonjour, dit-il — mais non.'],
    ['fr-CA', 'Quoi? Non: oui.', 'Quoi? Non_: oui.'],
    ['es', '-Hola -dijo él-. ¿Qué? "Nada."', '—Hola —dijo él—. ¿Qué? “Nada.”'],
    ['it', `"Si", disse. L'acqua.`, '“Si”, disse. L’acqua.'],
    ['pl', '"Tak", powiedział.', '„Tak”, powiedział.'],
    ['ru', '"Да", - сказал он. - "Нет"...', '«Да», — сказал он. — «Нет»…'],
    ['ru', '<<Да>>, -- сказал он.', '«Да», — сказал он.'],
    ['sv', '"Ja", sade han.', '”Ja”, sade han.'],
    ['da', '"Ja", sagde han.', '»Ja«, sagde han.'],
    ['el', '"Ναι", είπε.', '«Ναι», είπε.'],
    ['hu', '"Igen", mondta.', '„Igen”, mondta.'],
    ['nl', `"Ja", zei hij, "'s avonds."`, '“Ja”, zei hij, “’s avonds.”'],
    ['zh', '"好"...', '"好"...'],
    ['und', '"Yes"...', '"Yes"...'],
  ])('sets %s: %s', (language, typed, expected) => {
    expect(set(language, typed)).toEqual([expected]);
  }); // prettier-ignore

  it("keeps to the file's own marks of print", () => {
    const own = ['»Ja«, sagte er.', '»Nein«, sagte sie.', '»Gut.«'];
    expect(set('de', ...own, '"Also", sagte er.').at(-1)).toBe('»Also«, sagte er.');
  });

  it('judges a mark by what stands beside it on the page, across markup', () => {
    const tally = createRepairTally({ file: 'story.txt', lines: [1, 9] });
    const children: Inline[] = [
      { type: 'text', value: '"' },
      { type: 'emphasis', children: [{ type: 'text', value: 'Yes' }] },
      { type: 'text', value: '," she said' },
      { type: 'inlineCode', value: '"x"' },
      { type: 'text', value: '--' },
      { type: 'hardBreak' },
      { type: 'text', value: '"So."' },
    ];
    const [block] = setTypography([{ type: 'paragraph', children }], learnTypography([], 'en', tally));
    expect(block?.type === 'paragraph' ? inlineText(block.children) : '').toBe('“Yes,” she said"x"— “So.”');
    expect(tally.list()).toEqual([
      { kind: 'typographic-quotes', before: `" '`, after: '“ ” ‘ ’', count: 4, span: { file: 'story.txt', lines: [1, 9] } },
      { kind: 'typographic-dashes', before: '--', after: '—', count: 1, span: { file: 'story.txt', lines: [1, 9] } },
    ]); // prettier-ignore
  });

  it('leaves the hyphens of titles and fields as they are', () => {
    const tally = createRepairTally({ file: 'story.txt', lines: [1, 1] });
    const typography = learnTypography([], 'en', tally);
    expect(setPlainTypography("Lamps - A Keeper's Tale", typography, undefined)).toBe('Lamps - A Keeper’s Tale');
  });
});
