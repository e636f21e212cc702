import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/**
 * Lines that only pages copied from the Archive of Our Own, and texts made of its downloads, have: "Posted originally on
 * the Archive of Our Own at http…", "(See the end of the chapter for more notes.)", "12 people left kudos on this work!"
 */
const telling =
  /^(?:Posted originally on the Archive of Our Own at\b|Archive of Our Own(?: beta)?$|Please drop by the Archive and comment to let the (?:author|creator)s? know\b|\W*See the end of the (?:chapter|work) for (?:more |the )?(?:notes|other works inspired by this one)|\W*See the end of the (?:chapter|work) for (?:more )?notes and warnings|Work Header$|Work Text:?$|Chapter Text$|Entire Work$|Chapter by Chapter$|Full-page index$|Hide Creator['’]s Style$|Hide Workskin$|Kudos ♥$|.{1,2000} left kudos on this work!?$|\(?\d+ more users?\)?$|Skip (?:to main content|navigation|header)$|.{0,60}\bhas chosen to use Archive Warnings\b.{0,40}$|(?:← )?Previous Work\b.{0,200}\bNext Work(?: →)?$)/i;

/** Lines of its menus, which a story may have as well: only where a telling line is in the file too. */
const menu =
  /^(?:Actions|(?:← )?Previous Chapter(?: ←)?|Next Chapter(?: →)?|← Previous|Next →|Chapter Index|Comments(?: \(\d+\))?|Comments:|Kudos|Bookmarks?|Share|Download|Subscribe|Mark for Later|Mark as Read|Add to Collection|User Navigation|Site Navigation|Fandoms|Browse|Search|About|Log In|Top|↑ Top|Expand|Collapse|Post Comment|Footer|Top Navigation|Preface|Afterword|Main Content|Show comments|Hide comments|Works inspired by this one:?)$/i;

/** What stands above a chapter's text, below its notes: "Chapter Text", "Work Text:". */
const storyLabel = /^(?:Chapter Text|Work Text:?)$/i;

/** A menu line is short; those who left kudos are many. */
const maxLineLength = 2200;

/** Takes off the menus and standing lines of a page copied from the Archive of Our Own, or of a download made text. */
export function findArchiveCopy(finding: WrapperFinding): void {
  const { blocks, start, end } = finding;
  const found: number[] = [];
  let isCopy = false;
  for (let index = start; index < end; index++) {
    const block = blocks[index];
    if (block === undefined || block.kind === 'structure' || block.text.length > maxLineLength) continue;
    const isTelling = telling.test(block.text);
    isCopy ||= isTelling;
    if (isTelling || menu.test(block.text)) found.push(index);
  }
  if (!isCopy) return;
  for (const index of found) {
    const isStoryLabel = storyLabel.test(blocks[index]?.text ?? '');
    const mark = isStoryLabel
      ? removed('story-label', 'The archive’s page says here that the story itself begins.')
      : removed('archive-page', 'It belongs to the archive’s page, not to the story.', 0.9);
    markOnce(finding, index, mark);
  }
}
