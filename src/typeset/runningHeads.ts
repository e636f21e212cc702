import { joinNames } from '../book/byline.ts';
import type { BookLabels } from '../book/labels.ts';
import { inlineText } from '../book/plainText.ts';
import { chapterLine, visibleInlines } from '../book/titles.ts';
import type { Anthology, Chapter, PersonName, Story } from '../book/tree.ts';
import { oneLine } from '../text/oneLine.ts';
import type { HeadAuthority, RunningHeadLook } from '../theme/bookLook.ts';
import type { RunningHeads } from './section.ts';

/** What the heads of some pages may say. */
export interface HeadPlace {
  readonly book: Anthology;
  readonly story: Story;
  readonly chapter: Chapter | null;
}

/**
 * The heads over a story's text as the theme has them. Unless it says otherwise: the book on the verso and its stories on the
 * recto; in a book of one story its chapters on the recto. Where both would say the same, the verso names the author.
 */
export function storyHeads(place: HeadPlace, look: RunningHeadLook, labels: BookLabels): RunningHeads {
  const recto = headOf(place, look.recto === 'auto' ? autoRecto(place) : look.recto, labels);
  const verso = headOf(place, look.verso === 'auto' ? 'book' : look.verso, labels);
  if (verso[0] !== recto[0] || look.verso !== 'auto') return { verso, recto };
  const author = headOf(place, 'author', labels);
  return { verso: author.length === 0 ? verso : author, recto };
}

function autoRecto({ book }: HeadPlace): HeadAuthority {
  return book.metadata.isCollection ? 'story' : 'chapter';
}

function headOf({ book, story, chapter }: HeadPlace, says: HeadAuthority, labels: BookLabels): readonly string[] {
  const title = titleForms(story.metadata.displayTitle);
  switch (says) {
    case 'auto':
    case 'none':
      return [];
    case 'book':
      return titleForms(book.metadata.displayTitle);
    case 'author':
      return authorForms(
        story.metadata.authors.map(author => author.text),
        labels,
      );
    case 'story':
      return title;
    case 'chapter': {
      const forms = chapter === null ? [] : chapterForms(chapter, labels);
      return forms.length === 0 ? title : forms;
    }
  }
}

/**
 * A title whole, and without what follows a colon, a dash or ", or": `The Long Stair; or, A Romance of the Landing` →
 * `The Long Stair`.
 */
export function titleForms(title: string): readonly string[] {
  const whole = oneLine(title);
  // Matches ": A Tale", " — A Tale", "; or, A Tale"; not the hyphen in "Lamp-post", nor the colon in "12:30".
  const main = whole.split(/[:;,]\s+or\b|:\s|;\s|\s[–—]\s|\s\/\s/u)[0]?.trim() ?? '';
  return main === '' || main === whole ? [whole] : [whole, main];
}

/** "Chapter One: The Road", "The Road", "Chapter One". */
function chapterForms(chapter: Chapter, labels: BookLabels): readonly string[] {
  const line = chapterLine(chapter, labels);
  if (line === null) return [];
  const title = visibleInlines(chapter.title);
  const forms = title === null ? [] : titleForms(inlineText(title));
  return [...new Set([...(chapter.label === null ? [] : [line]), ...forms, line])];
}

function authorForms(authors: readonly PersonName[], labels: BookLabels): readonly string[] {
  const joined = joinNames(
    authors.map(({ name }) => name),
    labels,
  );
  return joined === null ? [] : [joined];
}
