import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';

/** Paragraphs that go on with the note above them: the author speaks to readers. */
const notes = [
  'I wrote most of this on a ferry, so if the tides are wrong, please tell me in a review.',
  'Sorry for the long wait! Real life got in the way, as it does, and my beta moved house.',
  'This chapter is a bit shorter than usual, but the next one will make up for it.',
  'Thanks to everyone who left kudos on the first part; you keep me writing.',
  'Anyhow, this is my take on that missing scene from season two. Let me know what you think.',
  'I know nothing about lighthouses, so please bear with me :)',
  'Spoilers for the whole of the first season, and a few for the episode with the fog bell.',
  'Please do not archive this fic without asking me first. Feedback feeds the muse!',
  'All remaining mistakes are mine; my beta Wren caught the rest before I posted this.',
  'I hope you enjoy reading this as much as I enjoyed writing it.',
  'You do not need to have read the first story, but it helps with the characters.',
  'The rating may go up in later chapters, so keep an eye on the warnings when I update.',
  'For those of you who asked in the reviews: yes, the ferryman will be back.',
  'It has been forever since my last update, and I have no excuse but exams. Enjoy!',
  'This was written for the Winter Lamp exchange; my prompt was “fog, and a promise kept”.',
];

/** Paragraphs where the story begins, some in the first person, some about books and letters. */
const openings = [
  '“You are late,” said the ferryman, and did not look up from his rope.',
  'The lamp had burned for eleven winters on the end of the mole, and nobody had ever been seen to fill it.',
  'I wrote to my sister every week that year, and every week the letter came back with the stamp cut out.',
  'He read the review twice, folded the newspaper and put it under the leg of the table.',
  'Nell Ashgrove woke with salt on her lips and somebody else’s coat across her feet.',
  'It was raining in the harbour, as it had rained on the day they let the tide in.',
  'My mother kept a book of prompts by the stove: one for fog, one for fire, one for the bailiff.',
  'She posted the letter before she could think better of it.',
  'There are nine ways across the marsh, and eight of them are stories told to children.',
  'The reader at the next desk coughed, turned her page and began to weep.',
  'Snow. It came down on the boats all night, and by morning there were no boats.',
  'They do not tell you, when you take the lamp, that it will want to be fed.',
  'Thank you, the card said, in a hand he did not know, and under it there was nothing at all.',
  'The characters on the stone were older than the wall, and older than the hill it stood on.',
  'Three days after the funeral the bell rang again, and this time everybody heard it.',
];

function partsOf(paragraph: string): { readonly notes: string; readonly body: string } {
  const text = `A/N: Takes place in May.\n\n${paragraph}\n\n“No,” said the harbour master, and shut the gate behind him.\n\nThe tide went on as if nobody had spoken, and the boats went with it.\n`;
  const story = readStory([{ path: 'story.txt', bytes: new TextEncoder().encode(text) }]);
  return { notes: JSON.stringify(story.frontMatter), body: JSON.stringify(story.chapters) };
}

const words = (text: string) => /[\p{L} ]{12,}/u.exec(text)?.[0] ?? '';

describe('the turn from an author’s note to the story', () => {
  it.each(notes)('lets the note go on: %s', paragraph => {
    expect(partsOf(paragraph).notes).toContain(words(paragraph));
  });

  it.each(openings)('lets the story begin: %s', paragraph => {
    expect(partsOf(paragraph).body).toContain(words(paragraph));
  });
});

describe('the same paragraphs without any label', () => {
  const ending = (paragraph: string) => {
    const text = `Chapter 1\n\nThe ferry left at nine.\n\n“No,” said the harbour master.\n\n${paragraph}\n\nChapter 2\n\n${paragraph}\n\nNobody was there.\n\n“Yes,” said the tide.\n`;
    return JSON.stringify(readStory([{ path: 'story.txt', bytes: new TextEncoder().encode(text) }]).chapters.flatMap(chapter => chapter.body)); // prettier-ignore
  };

  it.each(openings)('are story at the foot and head of chapters: %s', paragraph => {
    expect(ending(paragraph).split(words(paragraph))).toHaveLength(3);
  });
});
