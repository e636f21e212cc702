import type { BookLabels } from '../book/labels.ts';
import type { Story } from '../book/tree.ts';
import type { BookPage } from './bookPage.ts';
import { renderByline, renderFields } from './byline.ts';
import { visibleText } from '../book/titles.ts';
import { lines, xhtml } from './xhtml.ts';

export interface StoryPageOptions {
  readonly id: string;
  readonly language: string;
  readonly labels: BookLabels;
}

/** The page that opens a story of a collection: its title, its authors and what it says of itself. */
export function storyPage(story: Story, { id, language, labels }: StoryPageOptions): BookPage {
  const title = visibleText(story.metadata.displayTitle);
  const names = story.metadata.authors.map(author => author.text.name);
  const content = lines([
    xhtml`<h2>${title}</h2>`,
    renderByline(names, labels, language),
    renderFields(story.metadata.fields),
  ]);
  const section = xhtml`<section id="${id}" class="story" epub:type="part" role="doc-part">\n${content}\n</section>`;
  return { id, title, language, division: 'bodymatter', content: section };
}
