import { describe, expect, it } from 'vitest';
import { openingWords, titleFromFileName } from '../../src/book/displayTitle.ts';
import { storyOf } from './stories.ts';

describe('titleFromFileName', () => {
  it.each([
    ['what-the-ferryman-keeps.txt', 'en', 'What the Ferryman Keeps'],
    ['stories/The Salt Ledger.md', 'en', 'The Salt Ledger'],
    ['TheSaltLedger.txt', 'en', 'The Salt Ledger'],
    ['le_dernier_tube.txt', 'fr', 'Le dernier tube'],
    ['smoke.txt', 'en', 'Smoke'],
    ['das-fenster-zur-see.txt', 'de', 'Das fenster zur see'],
    ['灯台守の夜.txt', 'ja', '灯台守の夜'],
    ['2019-02 The Moth Sermon.txt', 'en', '2019 02 The Moth Sermon'],
  ])('shows %s (%s) as %s', (name, language, title) => {
    expect(titleFromFileName(name, language)).toBe(title);
  });

  it.each(['000_db6de091084d0aca.txt', 'chapter-12.txt', 'ch1.txt', 'New Document (3).txt', 'untitled.txt', '1234.txt', 'story.md', 'a1b2c3d4e5.txt', 'x.txt', '.txt', ''])(
    'shows no name that nobody chose: %s',
    name => {
      expect(titleFromFileName(name, 'en')).toBeNull();
    },
  ); // prettier-ignore
});

describe('openingWords', () => {
  const opening = (text: string) => openingWords(storyOf(text).chapters);

  it.each([
    [
      'Her shadow fell down the long corridor and did not get up again for a week.',
      'Her shadow fell down the long corridor…',
    ],
    ['“Late,” she said. “Very late.”', '“Late,” she said…'],
    ['“You might have written at least a word to us,” she said.', 'You might have written at least a…'],
    ['‘Tis a fine night for it, said the watchman’s boy.', 'Tis a fine night for it, said…'],
    ['It rained. Nobody minded the rain, for it was the old sort.', 'It rained. Nobody minded the rain, for…'],
    ['*** * ***\n\nOnly this.', 'Only this…'],
  ])('shows the beginning of “%s”', (text, title) => {
    expect(opening(text)).toBe(title);
  });

  it('cuts a word that is longer than a line', () => {
    expect([...(opening('a'.repeat(300)) ?? '')].length).toBeLessThan(60);
  });

  it('has nothing to show of a story without words', () => {
    expect(opening('Chapter 1\n')).toBeNull();
  });
});

describe('the title that is shown', () => {
  const text = 'Nobody had ever asked the lamp what it thought of the matter.';

  it('is the text’s own, else a name that a person chose, else the opening words', () => {
    expect(storyOf(`Title: The Lamp\nAuthor: Ned\n\n${text}`, 'smoke.txt').metadata.displayTitle).toBe('The Lamp');
    expect(storyOf(text, 'smoke.txt').metadata.displayTitle).toBe('Smoke');
    expect(storyOf(text, '000_db6de091.txt').metadata.displayTitle).toBe('Nobody had ever asked the lamp what…');
    expect(storyOf(text, '000_db6de091.txt').metadata.title).toBeNull();
  });

  it('is what the configuration says, above all', () => {
    const { metadata } = storyOf(`Title: The Lamp\nAuthor: Ned\n\n${text}`, 'smoke.txt', { title: 'Wick' });
    expect(metadata).toMatchObject({ displayTitle: 'Wick', title: { text: 'Wick', origin: 'config' } });
  });
});
