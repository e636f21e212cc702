import { describe, expect, it } from 'vitest';
import type { Inline, Paragraph } from '../../src/book/tree.ts';
import { book, bookOf, chapter, paragraph, story, text, textOf, typeset } from './books.ts';

const foreign = (lang: string, ...children: Inline[]): Inline => ({ type: 'foreign', lang, children });
const emphasis = (...children: Inline[]): Inline => ({ type: 'emphasis', children });
const mixed = (...children: Inline[]): Paragraph => ({ type: 'paragraph', children });

/** What each passage of the book says, with its language. */
function passagesOf(anthology: ReturnType<typeof bookOf>): string[] {
  const { elements, pages } = typeset(anthology).pages;
  const said = new Map<number, string>();
  for (const page of pages) {
    for (const frame of page.frames) {
      for (const run of frame.lines.flatMap(line => line.runs)) {
        if (run.element === undefined) continue;
        expect(elements[run.element]?.parent).toBe(frame.element);
        said.set(run.element, (said.get(run.element) ?? '') + run.text);
      }
    }
  }
  return Array.from(said, ([element, words]) => {
    expect(elements[element]?.role).toBe('Span');
    return `${elements[element]?.language ?? ''}: ${words.trim()}`;
  });
}

describe('words in another language', () => {
  it('have an element of their own each, whole across lines and styles', () => {
    const long =
      'une très longue phrase qui ne finit pas avant la troisième ligne parce que personne ne l’a arrêtée à temps';
    const anthology = bookOf(
      mixed(
        text('She said '),
        foreign('fr', text(`${long} `), emphasis(text('vraiment'))),
        text(' and then '),
        foreign('fr', text('rien')),
        text('.'),
      ),
    );
    expect(passagesOf(anthology)).toEqual([`fr: ${long} vraiment`, 'fr: rien']);
  });

  it('have none where they are in the language around them', () => {
    const inFrench = bookOf({
      ...mixed(foreign('fr', text('oui')), text(' et '), foreign('en', text('no'))),
      lang: 'fr',
    });
    expect(passagesOf(inFrench)).toEqual(['en: no']);
    expect(passagesOf(bookOf(mixed(text('He did '), foreign('en', text('not')))))).toEqual([]);
  });

  it('are divided by the rules of their own language', () => {
    const words = Array.from({ length: 60 }, () => 'Donaudampfschifffahrtsgesellschaft').join(' ');
    const ends = (inline: Inline): string[] =>
      typeset(bookOf(mixed(text('Listen: '), inline))).pages.pages.flatMap(page =>
        page.frames.flatMap(frame =>
          frame.lines
            .filter(line => line.endsInSoftHyphen)
            .map(line => /\S*$/.exec(line.runs.at(-1)?.text ?? '')?.[0] ?? ''),
        ),
      );
    const german = ends(foreign('de', text(words)));
    expect(german.length).toBeGreaterThan(5);
    for (const end of german)
      expect(end).toMatch(/^(?:Do|Donau|Donaudampf|Donaudampfschiff|Donaudampfschifffahrts|Do.*ge|Do.*gesell)-$/);
    expect(ends(foreign('und', text(words)))).toEqual([]);
  });

  it('keep their place in the text', () => {
    const anthology = book([
      story('The Hat', [
        chapter([paragraph('One.'), mixed(text('Two '), foreign('la', text('tres')), text(' four.'))]),
      ]),
    ]);
    expect(textOf(typeset(anthology).pages.pages)).toContain('One. Two tres four. ');
  });
});
