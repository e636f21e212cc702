import { describe, expect, it } from 'vitest';
import { type Layout, learnLayouts } from '../../src/parse/layout.ts';
import { learnSpeakers } from '../../src/parse/lineKinds.ts';
import type { Manuscript } from '../../src/parse/manuscript.ts';
import { parsePlainText } from '../../src/parse/parsePlainText.ts';

const prose =
  'The keeper of the toll house had never once been paid in money, and by the time that anybody thought to ask him about it he had a barn full of eggs, three clocks, and a half-share in a horse which he was too polite to mention to the owner of the other half, who was, after all, still alive and might come to call.';

/** Breaks a text at a width, as an editor does. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

function parse(lines: readonly string[]): Manuscript {
  return parsePlainText({ path: 'a.txt', format: 'plainText', encoding: 'utf-8', byteLength: 0, sha256: '', lines });
}

/** The layout of a text that is all of one region. */
function learnLayout(lines: readonly string[]): Layout | undefined {
  const rows = lines.map((text, index) => ({ text, line: index + 1, goesOn: false }));
  return learnLayouts(rows, learnSpeakers(rows))[0];
}

describe('learnLayouts', () => {
  it.each([60, 65, 72, 78, 100])('knows lines that are wrapped at %i columns', width => {
    expect(learnLayout(wrap(`${prose} ${prose}`, width))).toMatchObject({ isWrapped: true });
  });

  it.each([
    ['a line for each paragraph', [prose, '', prose, '', prose]],
    [
      'verse',
      [
        'I met a man',
        'upon the stair',
        'who sold me half',
        'a rocking chair',
        'and took the rest',
        'to God knows where',
      ],
    ],
    [
      'dialogue, line by line',
      [
        '"Is it late?" she asked.',
        '"It is early," he said, "for tomorrow."',
        '"Do they often do that?" She was looking at the signal.',
        '"No."',
        'He picked up the lamp again.',
        '"Only when they are watched," said the guard, and put it down.',
        '"Oh."',
        '"Sit down."',
      ],
    ],
    ['nothing', ['', '']],
  ])('takes %s as it stands', (_, lines) => {
    expect(learnLayout(lines)?.isWrapped).toBe(false);
  });
});

describe('parsePlainText', () => {
  it.each([60, 72, 100])('unwraps paragraphs wrapped at %i columns to what they were', width => {
    const paragraphs = [prose, `"${prose}"`, prose];
    const lines = paragraphs.flatMap(paragraph => [...wrap(paragraph, width), '']);
    expect(parse(lines).blocks.map(block => block.text)).toEqual(paragraphs);
  });

  it('unwraps paragraphs that only an indent marks', () => {
    const lines = [prose, prose, prose].flatMap(paragraph => wrap(`   ${paragraph}`.replace(/^ {3}/, '\u0000\u0000\u0000'), 70)).map(line => line.replaceAll('\u0000', ' ')); // prettier-ignore
    expect(parse(lines).blocks.map(block => block.text)).toEqual([prose, prose, prose]);
  });

  it('joins a word cut at a line’s end only where the file writes it whole elsewhere, and lists it', () => {
    const line = 'It was the custom of the house to leave a light burning in the lamp-';
    const next = 'room, and lamproom was what they called it, and well-known it was, too.';
    const filler = wrap(`${prose} ${prose}`, 69);
    const manuscript = parse([...filler, '', line, next]);
    expect(manuscript.blocks.at(-1)?.text).toContain('in the lamproom, and');
    expect(manuscript.repairs).toEqual([{ kind: 'joined-hyphen', before: 'lamp-/room', after: 'lamproom', span: { file: 'a.txt', lines: [filler.length + 2, filler.length + 3] } }]); // prettier-ignore
  });

  it('counts the blank lines before each block', () => {
    expect(parse(['a', '', '', 'b', '\u00a0', 'c', 'd']).blocks.map(block => block.blankLinesBefore)).toEqual([
      0, 2, 1, 0,
    ]);
  });

  it('keeps words apart that a form feed or a tab parts', () => {
    expect(parse(['one\ttwo\fthree']).blocks[0]?.text).toBe('one two three');
  });
});
