import type { LeftOutNotes } from '../book/placeNotes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { StoryReport } from './compileEvent.ts';
import { doubtsOf } from './doubts.ts';
import type { BriefStory } from './keptStory.ts';
import type { OpenedStory } from './openStory.ts';
import { storyWords } from './storyWords.ts';

/** What is said of a story that was read. */
export function reportStory({ story, normalized, leftOut }: OpenedStory<BriefStory>, files: readonly string[]): StoryReport {
  const { title, displayTitle, authors, language } = story.metadata;
  return {
    files,
    title: title?.text ?? null,
    displayTitle,
    authors: authors.map(author => author.text.name),
    language: language.text,
    words: storyWords(story),
    chapters: story.chapters.length,
    doubts: doubtsOf(normalized),
    leftOut,
    diagnostics: [...normalized.evidence.diagnostics, ...describeLeftOut(files[0] ?? '', leftOut)],
  };
}

function describeLeftOut(path: string, leftOut: readonly LeftOutNotes[]): Diagnostic[] {
  if (leftOut.length === 0) return [];
  const notes = leftOut.reduce((sum, each) => sum + each.notes, 0);
  const words = leftOut.reduce((sum, each) => sum + each.words, 0);
  const roles = leftOut.map(({ role, notes: ofRole }) => `${role} ${ofRole}`).join(', ');
  return [
    {
      code: 'book/notes-left-out',
      severity: 'info',
      message: `${notes === 1 ? 'One note' : `${notes} notes`} of ${path}, ${words} words in all, left out as you asked (${roles}).`,
    },
  ];
}
