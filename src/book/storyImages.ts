import { type ImageMapping, mapImages, mapSectionImages } from './mapImages.ts';
import type { Anthology, Chapter, Image, Story } from './tree.ts';

/** A story with each of its pictures changed, in reading order; those of its footnotes last. */
export function mapStoryImages(story: Story, map: ImageMapping): Story {
  return {
    ...story,
    frontMatter: mapSectionImages(story.frontMatter, map),
    chapters: story.chapters.map(chapter => mapChapterImages(chapter, map)),
    backMatter: mapSectionImages(story.backMatter, map),
    footnotes: story.footnotes.map(note => ({ ...note, blocks: mapImages(note.blocks, map, note.span) })),
  };
}

function mapChapterImages(chapter: Chapter, map: ImageMapping): Chapter {
  return {
    ...chapter,
    openingNotes: mapSectionImages(chapter.openingNotes, map),
    body: mapImages(chapter.body, map, chapter.span),
    closingNotes: mapSectionImages(chapter.closingNotes, map),
  };
}

/** Every picture of a book's text, in reading order, as often as it is shown. */
export function imagesOf({ frontMatter, stories, backMatter }: Anthology): readonly Image[] {
  const images: Image[] = [];
  const collect: ImageMapping = image => {
    images.push(image);
    return image;
  };
  mapSectionImages(frontMatter, collect);
  for (const story of stories) mapStoryImages(story, collect);
  mapSectionImages(backMatter, collect);
  return images;
}
