import { describe, expect, it } from 'vitest';
import type { Anthology, BookId, StoryId } from '../../src/book/tree.ts';
import { coverSubjectOf } from '../../src/cover/coverSubject.ts';

function bookOf(title: string | null): Anthology {
  return {
    type: 'anthology',
    metadata: {
      id: 'urn:uuid:one' as BookId,
      title,
      displayTitle: 'The rain had stopped…',
      subtitle: 'A Story',
      editors: [{ name: 'P. Holm' }],
      contributors: [],
      authors: [{ name: 'Ann Tolliver', fileAs: 'Tolliver, Ann' }],
      language: 'en',
      date: null,
      modified: '2000-01-01T00:00:00Z',
      description: null,
      isCollection: false,
    },
    frontMatter: [],
    stories: [
      {
        type: 'story',
        id: 'story-1' as StoryId,
        metadata: {
          title: null,
          displayTitle: 'The rain had stopped…',
          authors: [],
          language: { text: 'en', origin: 'detected', confidence: 1 },
          date: null,
          fields: [],
        },
        frontMatter: [],
        chapters: [],
        backMatter: [],
        footnotes: [],
      },
    ],
    backMatter: [],
    images: [],
  };
}

describe('coverSubjectOf', () => {
  it('takes the names as they are written, not as they are sorted', () => {
    expect(coverSubjectOf(bookOf('Rain'))).toEqual({
      id: 'urn:uuid:one',
      title: 'Rain',
      isTitleGiven: true,
      subtitle: 'A Story',
      authors: ['Ann Tolliver'],
      contributors: [],
      editors: ['P. Holm'],
      isCollection: false,
      language: 'en',
    });
  });

  it('knows opening words from a title', () => {
    expect(coverSubjectOf(bookOf(null))).toMatchObject({ title: 'The rain had stopped…', isTitleGiven: false });
  });
});
