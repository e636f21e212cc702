import { describe, expect, it } from 'vitest';
import { assembleBook, assembleStory } from '../../src/book/assembleBook.ts';
import { mergePolicies, type NotesPolicy, treatmentOf } from '../../src/book/notesPolicy.ts';
import { blockText, inlineText } from '../../src/book/plainText.ts';
import type { Chapter, MatterSection } from '../../src/book/tree.ts';
import { compile } from '../../src/compile/compile.ts';
import { createIdentity } from '../../src/compile/identity.ts';
import { readStory } from '../../src/compile/readStory.ts';
import { verifyEpub } from '../../src/verify/verifyEpub.ts';

const text = `The Ferry
by Nell Ashgrove

Disclaimer: The river belongs to itself.

A/N: Written in a week, for the challenge.

Chapter 1

A/N: This one is short.

The ferry came late (A/N: it always did) and left early, and nobody had asked it to do either of those things.

A/N: Thanks for reading this far.

Chapter 2

The ferry did not come at all, and the people on the quay went home and said that it had never been one.
`;

function placed(notes: NotesPolicy, source = text) {
  const parts = { ...readStory([{ path: 'f.txt', bytes: new TextEncoder().encode(source) }]), fileName: 'f.txt' };
  return assembleStory(parts, { notes }, createIdentity(null));
}

const roles = (sections: readonly MatterSection[]) => sections.map(({ role }) => role);
const inChapters = (chapters: readonly Chapter[]) => chapters.flatMap(({ openingNotes, closingNotes }) => [...openingNotes, ...closingNotes]); // prettier-ignore

describe('notes', () => {
  it('stand where the author put them, unless it is said otherwise', () => {
    const { story, leftOut } = placed('keep');
    expect(roles(story.frontMatter)).toEqual(['disclaimer', 'authorsNote']);
    expect(roles(inChapters(story.chapters))).toEqual(['authorsNote', 'authorsNote']);
    expect(leftOut).toEqual([]);
  });

  it('go behind the story, those of a chapter together under its name', () => {
    const { story } = placed('end');
    expect(story.frontMatter).toEqual([]);
    expect(inChapters(story.chapters)).toEqual([]);
    expect(story.backMatter.map(({ role, title }) => [role, inlineText(title)])).toEqual([['disclaimer', ''], ['authorsNote', ''], ['endNotes', 'Notes to Chapter 1']]); // prettier-ignore
    expect(blockText(story.backMatter[2]?.blocks ?? [])).toBe('Author’s Note\nThis one is short.\nAuthor’s Note\nThanks for reading this far.'); // prettier-ignore
    expect(blockText(story.chapters[0]?.body ?? [])).toContain('(A/N: it always did)');
  });

  it('are left out and counted, asides in the text too; a disclaimer only where it is named', () => {
    const { story, leftOut } = placed('drop');
    expect(roles(story.frontMatter)).toEqual(['disclaimer']);
    expect(blockText(story.chapters[0]?.body ?? [])).toBe('The ferry came late and left early, and nobody had asked it to do either of those things.'); // prettier-ignore
    expect(leftOut).toEqual([{ role: 'authorsNote', notes: 4, words: expect.any(Number) as number }]);
    expect(roles(placed({ disclaimer: 'drop' }).story.frontMatter)).toEqual(['authorsNote']);
  });

  it('are kept where a text is nothing else, and make a valid book with a warning', async () => {
    const content = 'A/N: The story is coming, I promise.\n\nDisclaimer: Nothing here is mine.\n';
    expect(roles(placed('drop', content).story.frontMatter)).toHaveLength(2);
    for (const notes of ['keep', 'end', 'drop'] as const) {
      const result = await compile({ stories: [{ files: [{ path: 'n.txt', content }] }], notes, editions: ['epub', 'pdf'], cover: 'none' }); // prettier-ignore
      expect(result.stories[0]?.diagnostics.map(({ code }) => code)).toEqual(['normalize/no-story-text']);
      expect(result.ok).toBe(true);
      const epub = result.artifacts.find(({ kind }) => kind === 'epub');
      expect(await verifyEpub(epub?.bytes ?? new Uint8Array())).toMatchObject([{ code: 'epub/cover-missing' }]);
    }
  });

  it('are the story’s affair where it says so, else the book’s', () => {
    expect(mergePolicies('drop', undefined)).toBe('drop');
    expect(mergePolicies('drop', 'keep')).toBe('keep');
    expect(mergePolicies({ summary: 'end' }, { feedback: 'drop' })).toEqual({ summary: 'end', feedback: 'drop' });
    const merged = mergePolicies('drop', { summary: 'end' });
    expect([treatmentOf(merged, 'summary'), treatmentOf(merged, 'feedback'), treatmentOf(merged, 'disclaimer')]).toEqual(['end', 'drop', 'keep']); // prettier-ignore
  });

  it('change nothing of the book’s identity', () => {
    const ids = (['keep', 'end', 'drop'] as const).map(notes => assembleBook([placed(notes).story], {}, createIdentity(null)).metadata.id); // prettier-ignore
    expect(new Set(ids).size).toBe(1);
  });
});
