import { figureOf } from '../book/figureOf.ts';
import { imagesAsWords } from '../book/imagesAsWords.ts';
import type { Block, Chapter, ChapterId, Inline, MatterSection, PartHeading } from '../book/tree.ts';
import type { ManuscriptBlock, ManuscriptNote } from '../parse/manuscript.ts';
import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';
import type { Steps } from '../steps/steps.ts';
import { blockOf, type ContentReader, createContentReader, inlinesOf } from './blockContent.ts';
import { buildEvidence } from './buildEvidence.ts';
import { linkTypedMarks, type MarkedNote } from './footnotes/linkTypedMarks.ts';
import { settleFootnotes } from './footnotes/settleFootnotes.ts';
import { settleForeign } from './language/settleForeign.ts';
import { isPicture } from './isPicture.ts';
import type { NormalizedStory } from './normalizedStory.ts';
import type { ChapterHeading, FootnoteMark, MatterMark, Reading } from './reading.ts';
import { createRepairTally } from './typography/repairTally.ts';
import {
  learnTypography, noTypography, setInlineTypography, setPlainTypography, setTypography,
} from './typography/typography.ts'; // prettier-ignore

interface DraftSection {
  readonly role: MatterMark['role'];
  readonly span: SourceSpan;
  title: readonly Inline[];
  readonly blocks: Block[];
}

interface DraftChapter {
  readonly part: PartHeading | null;
  readonly heading: ChapterHeading | null;
  readonly span: SourceSpan;
  title: readonly Inline[] | null;
  readonly openingNotes: DraftSection[];
  readonly body: Block[];
  closingLine: readonly Inline[] | null;
  readonly closingNotes: DraftSection[];
  readonly notes: MarkedNote[];
}

interface Draft {
  readonly reader: ContentReader;
  /** Files that go on with the chapter of the one before. */
  readonly goingOn: ReadonlySet<string>;
  /** The heading of a part that no chapter has followed yet. */
  openPart: PartHeading | null;
  /** Pictures above the first heading, which no chapter has shown yet. */
  readonly leadPictures: Block[];
  readonly frontMatter: DraftSection[];
  readonly chapters: DraftChapter[];
  readonly backMatter: DraftSection[];
  /** Notes that lines at the foot of a chapter were found to be. */
  readonly notes: ManuscriptNote[];
}

/** Puts a story together from what its blocks were found to be, in steps of a chapter. */
export function* buildStory(reading: Reading, typographySetting: 'on' | 'off' = 'on'): Steps<NormalizedStory> {
  const { manuscript } = reading;
  const [firstSource] = manuscript.sources;
  const tally = createRepairTally({ file: firstSource?.path ?? '', lines: [1, Math.max(1, firstSource?.lines.length ?? 1)] }); // prettier-ignore
  const draft = draftStory(reading, createContentReader(manuscript, tally));
  yield;
  const language = reading.language ?? { text: 'und', origin: 'detected', confidence: 0 };
  const typography =
    typographySetting === 'off'
      ? noTypography(tally)
      : learnTypography(
          manuscript.blocks.map(block => block.text),
          language.text,
          tally,
        );
  const setSections = (sections: readonly DraftSection[]) =>
    sections
      .filter(section => section.blocks.length > 0)
      .map((section): MatterSection => ({
        type: 'matterSection',
        role: section.role,
        title: setInlineTypography(section.title, typography, section.span),
        blocks: setTypography(section.blocks, typography),
        span: section.span,
      }));
  const setLine = (inlines: readonly Inline[] | null, span: SourceSpan) =>
    inlines === null ? null : setInlineTypography(imagesAsWords(inlines), typography, span);
  const setChapter = (chapter: DraftChapter, index: number): Chapter => ({
    type: 'chapter',
    ...(chapter.part === null ? {} : { part: { ...chapter.part, title: setLine(chapter.part.title, chapter.span) } }),
    id: chapterId(index + 1),
    kind: chapter.heading?.chapterKind ?? 'chapter',
    number: chapter.heading?.number ?? null,
    label: chapter.heading?.label ?? null,
    title: setLine(chapter.title, chapter.span),
    openingNotes: setSections(chapter.openingNotes),
    body: setTypography(linkTypedMarks(chapter.body, chapter.notes), typography),
    closingLine: setLine(chapter.closingLine, chapter.span),
    closingNotes: setSections(chapter.closingNotes),
    span: chapter.span,
  });
  const chapters: Chapter[] = [];
  for (const [index, chapter] of draft.chapters.entries()) {
    yield;
    chapters.push(setChapter(chapter, index));
  }
  yield;
  const notes = [...(manuscript.notes ?? []), ...draft.notes];
  const told = {
    frontMatter: setSections([...statedMatter(reading), ...draft.frontMatter]),
    chapters,
    backMatter: setSections(draft.backMatter),
  };
  const diagnostics: Diagnostic[] = [];
  const linked = settleFootnotes(
    told,
    notes.map(note => ({ ...note, blocks: setTypography(note.blocks, typography) })),
    manuscript.noteMarks ?? new Map<string, string>(),
    diagnostic => void diagnostics.push(diagnostic),
  );
  for (const { label, span } of linked.footnotes) tally.add({ kind: 'footnote-marks', before: `[${label}]`, after: '¹' }, span); // prettier-ignore
  const { parts, footnotes } = settleForeign(linked, language.text, manuscript.statedStory?.isWhole ?? false);
  const { title, authors, date, fields } = reading;
  const setWords = (text: string, span: SourceSpan | undefined) => setPlainTypography(text, typography, span);
  return {
    sources: reading.manuscript.sources,
    title: title === null ? null : { ...title, text: setWords(title.text, title.span) },
    authors,
    language,
    date,
    fields: fields.map(field => ({ ...field, value: setWords(field.value, field.span) })),
    ...parts,
    footnotes,
    evidence: buildEvidence({ ...reading, diagnostics: [...reading.diagnostics, ...diagnostics] }, tally.list()),
  };
}

function chapterId(number: number): ChapterId {
  return `chapter-${number}` as ChapterId;
}

function statedMatter(reading: Reading): DraftSection[] {
  return reading.statedMatter.map(({ role, text, span }) => ({
    role,
    span,
    title: [],
    blocks: text.split(/\n{2,}/).map(part => ({ type: 'paragraph', children: [{ type: 'text', value: part }], span })),
  }));
}

function draftStory({ manuscript, marks, breaksBefore, chaptersBefore }: Reading, reader: ContentReader): Draft {
  const sectionDepth = firstSectionDepth({ manuscript, marks });
  const goingOn = new Set(
    manuscript.sources.flatMap(({ path, container }) => (container?.goesOn === true ? [path] : [])),
  );
  const draft: Draft = {
    reader,
    goingOn,
    openPart: null,
    leadPictures: [],
    frontMatter: [],
    chapters: [],
    backMatter: [],
    notes: [],
  };
  manuscript.blocks.forEach((block, index) => {
    const mark = marks[index];
    if (mark == null) throw new TypeError(`Block ${index} was left undecided`);
    const start = chaptersBefore.get(index);
    if (start !== undefined) addChapter(draft, start.heading, block);
    if (breaksBefore.has(index) && (mark.kind === 'body' || mark.kind === 'slugLine'))
      lastChapter(draft, block).body.push({ type: 'thematicBreak' });
    switch (mark.kind) {
      case 'heading':
        addChapter(draft, mark.heading, block);
        break;
      case 'part':
        draft.openPart = mark.part;
        break;
      case 'chapterTitle':
        addTitle(lastChapter(draft, block), inlinesOf(block, mark.titleOffset ?? 0, reader), mark.goesOn ?? false);
        break;
      case 'section':
        lastChapter(draft, block).body.push({ type: 'heading', depth: 1, children: imagesAsWords(inlinesOf(block, 0, reader)), span: block.span }); // prettier-ignore
        break;
      case 'matter':
        addMatter(draft, block, mark.matter);
        break;
      case 'footnote':
        addFootnote(draft, block, mark.footnote);
        break;
      case 'break':
        lastChapter(draft, block).body.push({ type: 'thematicBreak', span: block.span });
        break;
      case 'closingLine':
        addClosingLine(lastChapter(draft, block), block, reader);
        break;
      case 'body':
      case 'slugLine':
        bodyBelow(draft, block).push(sectionOf(block, sectionDepth, reader));
        break;
      case 'title':
      case 'byline':
      case 'field':
      case 'separator':
      case 'contents':
      case 'removed':
        break;
    }
  });
  // A story of nothing but pictures is one chapter.
  const [first] = manuscript.blocks;
  if (draft.leadPictures.length > 0 && first !== undefined) addChapter(draft, null, first);
  return draft;
}

/** The depth in the file of the highest heading inside a chapter: one below that of the chapters' own. */
function firstSectionDepth({ manuscript, marks }: Pick<Reading, 'manuscript' | 'marks'>): number {
  const depths = manuscript.blocks.flatMap((block, index) =>
    block.kind === 'heading' && marks[index]?.kind === 'heading' ? [block.depth] : [],
  );
  return depths.reduce((least, depth) => Math.min(least, depth), 5) + 1;
}

/** A block of a chapter's body; a heading in it is a section's, and the highest has depth 1. */
function sectionOf(block: ManuscriptBlock, sectionDepth: number, reader: ContentReader): Block {
  const content = blockOf(block, reader);
  return block.kind === 'heading' && content.type === 'heading'
    ? { ...content, depth: Math.max(1, content.depth - sectionDepth + 1) }
    : content;
}

function addChapter(draft: Draft, heading: ChapterHeading | null, block: ManuscriptBlock): DraftChapter {
  const titleOffset = heading?.titleOffset ?? null;
  const ownTitle = titleOffset === null ? null : inlinesOf(block, titleOffset, draft.reader);
  const chapter: DraftChapter = {
    part: draft.openPart,
    heading,
    span: block.span,
    title: heading?.statedTitle === undefined ? ownTitle : [{ type: 'text', value: heading.statedTitle }],
    openingNotes: [],
    body: draft.leadPictures.splice(0),
    closingLine: null,
    closingNotes: [],
    notes: [],
  };
  draft.openPart = null;
  draft.chapters.push(chapter);
  return chapter;
}

/** The chapter being filled; text before any heading, or at the start of another file, opens one that the text does not mark. */
function lastChapter(draft: Draft, block: ManuscriptBlock): DraftChapter {
  const last = draft.chapters.at(-1);
  const goesOn = last?.span.file === block.span.file || draft.goingOn.has(block.span.file);
  if (last !== undefined && goesOn && draft.openPart === null) return last;
  return addChapter(draft, null, block);
}

/** Where a block of the body goes; pictures above the first heading wait for its chapter. */
function bodyBelow(draft: Draft, block: ManuscriptBlock): Block[] {
  return draft.chapters.length === 0 && isPicture(block) ? draft.leadPictures : lastChapter(draft, block).body;
}

/** A title under its label; one that the heading has begun already goes on with it: `Chapter 3 A`, `Caucus-Race`. */
function addTitle(chapter: DraftChapter, inlines: readonly Inline[], goesOn: boolean): void {
  const begun = goesOn ? (chapter.title ?? []) : [];
  chapter.title = begun.length === 0 ? inlines : [...begun, { type: 'text', value: ' ' }, ...inlines];
}

/** A second closing line ("Fin." after "The End") is shown under the first. */
function addClosingLine(chapter: DraftChapter, block: ManuscriptBlock, reader: ContentReader): void {
  const line = inlinesOf(block, 0, reader);
  chapter.closingLine = chapter.closingLine === null ? line : [...chapter.closingLine, { type: 'hardBreak' }, ...line];
}

/** A note at the foot of a chapter; its mark in the text is linked when the chapter is complete. */
function addFootnote(draft: Draft, block: ManuscriptBlock, { label, typed, labelLength }: FootnoteMark): void {
  const id = `${block.span.file}#line-${block.span.lines[0]}-${draft.notes.length}`;
  const content = labelLength === 0 ? blockOf(block, draft.reader) : withoutLabel(block, labelLength, draft.reader);
  draft.notes.push({ id, label, typedLabel: block.text.slice(0, labelLength), blocks: content === null ? [] : [content], span: block.span });
  lastChapter(draft, block).notes.push({ id, typed });
} // prettier-ignore

function addMatter(draft: Draft, block: ManuscriptBlock, mark: MatterMark): void {
  const sections = matterPlace(draft, block, mark);
  let section = mark.isStart ? undefined : sections.at(-1);
  if (section === undefined) {
    section = { role: mark.role, span: block.span, title: [], blocks: [] };
    sections.push(section);
  }
  if (mark.isTitle === true) {
    section.title = inlinesOf(block, 0, draft.reader);
    return;
  }
  const content =
    mark.labelLength === 0 ? blockOf(block, draft.reader) : withoutLabel(block, mark.labelLength, draft.reader);
  if (content !== null) section.blocks.push(content);
}

function matterPlace(draft: Draft, block: ManuscriptBlock, mark: MatterMark): DraftSection[] {
  switch (mark.place) {
    case 'front':
      return draft.frontMatter;
    case 'opening':
      return lastChapter(draft, block).openingNotes;
    case 'closing':
      return lastChapter(draft, block).closingNotes;
    case 'back':
      return draft.backMatter;
  }
}

function withoutLabel(block: ManuscriptBlock, labelLength: number, reader: ContentReader): Block | null {
  const children = inlinesOf(block, labelLength, reader);
  return children.length === 0
    ? null
    : { ...(figureOf(children) ?? { type: 'paragraph', children }), span: block.span };
}
