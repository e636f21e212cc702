import type { MatterRole } from '../../book/tree.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import type { Mark, MatterMark, Reading } from '../reading.ts';
import type { StoryFacts } from './storyFacts.ts';

/** A story's header while it is read, from the top. */
export interface Header {
  readonly blocks: readonly ManuscriptBlock[];
  /** What earlier passes found; a wrapper's lines among the header's. */
  readonly known: readonly (Mark | null)[];
  /** The header ends before this block at the latest: the first chapter's heading, or the end of the text. */
  readonly limit: number;
  readonly marks: Map<number, Mark>;
  facts: StoryFacts;
  /** The matter that an unlabelled paragraph would go on with. */
  openMatter: MatterRole | null;
  /** Whether anything but a rule has been found: a header is there. */
  hasHeader: boolean;
}

/** The header of a reading before any of its own lines is read. */
export function startHeader(reading: Reading): Header {
  const { blocks } = reading.manuscript;
  const firstHeading = reading.marks.findIndex(mark => mark?.kind === 'heading' || mark?.kind === 'part');
  const { authors, date, language, fields } = reading;
  const title = reading.title ?? titleHeading(reading);
  return {
    blocks,
    known: reading.marks,
    limit: firstHeading < 0 ? blocks.length : firstHeading,
    marks: new Map(),
    facts: { title, authors, date, language, fields },
    openMatter: null,
    hasHeader: authors.length > 0 || fields.length > 0 || title !== null,
  };
}

function titleHeading(reading: Reading): StoryFacts['title'] {
  const index = reading.marks.findIndex(mark => mark?.kind === 'title');
  const block = reading.manuscript.blocks[index];
  const mark = reading.marks[index];
  if (block === undefined || mark == null) return null;
  return { text: block.text, origin: 'text', confidence: mark.confidence, span: block.span };
}

/** Whether nothing that a pass before left undecided stands before a block: it opens the text. */
export function opensText(header: Header, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) if (header.known[at] == null) return false;
  return true;
}

/** The mark of a piece of front matter. */
export function front(role: MatterRole, isStart: boolean, labelLength = 0): MatterMark {
  return { role, place: 'front', isStart, labelLength };
}
