import { describe, expect, it } from 'vitest';
import { authorVoice, isHandOff } from '../../src/normalize/voice/authorVoice.ts';
import { looksLikeArchiveName, readFooterLine } from '../../src/normalize/edges/footerLine.ts';
import { readLabel } from '../../src/normalize/voice/knownLabels.ts';

describe('readLabel', () => {
  it.each([
    ['A/N: Takes place in May.', 'A/N', 'Takes place in May.'],
    ['**Disclaimer:** none', 'Disclaimer', 'none'],
    ['[Rating] - PG', 'Rating', 'PG'],
    ['AN// text', 'AN', 'text'],
    ['Author’s Note -- text', 'Author’s Note', 'text'],
    ['SUMMARY', 'SUMMARY', ''],
  ])('reads %s', (text, label, value) => {
    expect(readLabel(text)).toMatchObject({ label, value });
  });

  it.each(['He said: text', 'Note to self: milk', 'For -- as they knew -- nothing', 'An - odd - thing', 'Thanks.', 'Set-aside', ''])('reads no label in “%s”', text => {
    expect(readLabel(text)).toBeNull();
  }); // prettier-ignore
});

describe('readFooterLine', () => {
  it.each([
    ['The End', 'closingLine'],
    ['~Fin~', 'closingLine'],
    ['TBC...', 'closingLine'],
    ['(Word count: 3,204)', 'removed'],
    ['Back to the Archive', 'removed'],
    ['Also, why not join the Lanternists, our list?', 'removed'],
    ['Please send feedback to Wren.', 'matter'],
    ['R&R', 'matter'],
  ])('takes %s for a %s', (text, kind) => {
    expect(readFooterLine(text)?.kind).toBe(kind);
  });

  it.each(['In the end, he left.', 'Back to the car he went.', '"The end," she said.', 'He counted 1800.', 'She left a note on the page and went home to sleep.'])(
    'takes “%s” for story',
    text => {
      expect(readFooterLine(text)).toBeNull();
    },
  ); // prettier-ignore

  it('takes a name alone for an archive’s, but no sentence', () => {
    expect(looksLikeArchiveName('The Wickside Lantern Archive')).toBe(true);
    expect(looksLikeArchiveName('She went home.')).toBe(false);
  });
});

describe('the author’s own voice', () => {
  it('is heard in a note, not in narration or speech', () => {
    expect(
      authorVoice('Thanks for reading! Reviews are welcome, and the next chapter is posted on Sunday.'),
    ).toBeGreaterThan(2);
    expect(authorVoice('The ferryman counted his coins twice and threw one back.')).toBe(0);
    expect(authorVoice('"Thank you for reading my review," she said.')).toBe(0);
  });

  it('hands over to the story', () => {
    expect(isHandOff('And now, on with the show!')).toBe(true);
    expect(isHandOff('Enjoy!')).toBe(true);
    expect(isHandOff('Enjoy your meal, she said.')).toBe(false);
  });
});
