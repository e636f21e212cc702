import type { Chapter, Footnote, Inline, MatterSection, PartHeading, StoryMetadata } from '../book/tree.ts';
import { printBlocks, printParagraph } from './printBlocks.ts';
import { printFrontMatter } from './printFrontMatter.ts';
import { noteNumber, printInlines } from './printInlines.ts';

/** What is printed of a story. */
export interface PrintableStory {
  readonly metadata: Pick<StoryMetadata, 'title' | 'authors' | 'language' | 'date' | 'fields'>;
  readonly frontMatter: readonly MatterSection[];
  readonly chapters: readonly Chapter[];
  readonly backMatter: readonly MatterSection[];
  readonly footnotes: readonly Footnote[];
}

/**
 * A story as canonical Markdown: front matter in YAML, a heading a chapter, matter in fenced divisions. Read again, it is
 * the same story, whatever is in it; between the two it can be edited.
 */
export function printStory(story: PrintableStory): string {
  const parts = [
    printFrontMatter(story.metadata),
    ...story.frontMatter.map(section => printMatter(section, 'front')),
    ...story.chapters.flatMap((chapter, index) => printChapter(chapter, index === 0)),
    ...story.backMatter.map(section => printMatter(section, 'back')),
    ...story.footnotes.map(note => printFootnote(note)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function printMatter({ role, blocks }: MatterSection, place: string): string {
  return `::: {.${role} .${place}}\n\n${printBlocks(blocks)}\n\n:::`;
}

/** A note that `[^3]` leads to: `::: {.footnote #3}`, with its label where that is not its number. */
function printFootnote({ id, label, blocks }: Footnote): string {
  const number = noteNumber(id);
  const said = label === number ? '' : ` label="${label.replace(/[%"{}\\\s]/g, encodeURIComponent)}"`;
  return `::: {.footnote #${number}${said}}\n\n${printBlocks(blocks)}\n\n:::`;
}

function printChapter(chapter: Chapter, isFirst: boolean): string[] {
  const { part, openingNotes, body, closingLine, closingNotes } = chapter;
  const content = [
    ...openingNotes.map(section => printMatter(section, 'opening')),
    ...(body.length === 0 ? [] : [printBlocks(body)]),
    ...(closingLine === null ? [] : [`::: {.closingLine}\n\n${printParagraph(closingLine)}\n\n:::`]),
    ...closingNotes.map(section => printMatter(section, 'closing')),
  ];
  const isUnmarked = chapter.label === null && chapter.number === null && chapter.title === null && chapter.kind === 'chapter'; // prettier-ignore
  const isPlain = isFirst && isUnmarked && part === undefined && content.length > 0;
  return [...(part === undefined ? [] : [printPart(part)]), ...(isPlain ? [] : [printHeading(chapter)]), ...content];
}

function printPart({ label, number, title }: PartHeading): string {
  return headingLine(label, ['.part', ...(number === null ? [] : [`number=${number}`])], title);
}

/** `# [Chapter 3]{number=3} The Quay`, `# [Prologue]{.prologue}`, `# The Quay`; `# []{.chapter}` for one that says nothing. */
function printHeading({ kind, label, number, title }: Chapter): string {
  const attributes = [...(kind === 'chapter' ? [] : [`.${kind}`]), ...(number === null ? [] : [`number=${number}`])];
  const hasLabel = label !== null || attributes.length > 0 || title === null;
  return headingLine(label, hasLabel && attributes.length === 0 ? ['.chapter'] : attributes, title);
}

function headingLine(label: string | null, attributes: readonly string[], title: readonly Inline[] | null): string {
  const own = label === null ? [] : [label.replace(/[\\\]]/g, '\\$&')];
  const words = title === null ? [] : [printInlines(title, false)];
  // A title that starts with brackets is not to be taken for a label.
  const isMistakable = attributes.length === 0 && words[0]?.startsWith('[') === true;
  const start = isMistakable ? ['[]{.chapter}'] : attributes.length === 0 ? [] : [`[${own.join('')}]{${attributes.join(' ')}}`];
  return `# ${[...start, ...words].join(' ')}`;
}
