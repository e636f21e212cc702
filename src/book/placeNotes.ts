import { labelsFor } from './labels.ts';
import { blockText, inlineText } from './plainText.ts';
import { type NotesPolicy, treatmentOf } from './notesPolicy.ts';
import { withoutInlineNotes } from './withoutInlineNotes.ts';
import type { Block, Chapter, Inline, MatterRole, MatterSection } from './tree.ts';
import { countWords } from '../text/words.ts';

/** The parts of a story that notes stand in. */
export interface NotedParts {
  readonly frontMatter: readonly MatterSection[];
  readonly chapters: readonly Chapter[];
  readonly backMatter: readonly MatterSection[];
}

/** Matter of one role that was left out, as its reader asked. */
export interface LeftOutNotes {
  readonly role: MatterRole;
  readonly notes: number;
  readonly words: number;
}

export interface PlacedNotes<Parts extends NotedParts> {
  readonly parts: Parts;
  readonly leftOut: readonly LeftOutNotes[];
}

/**
 * Puts a story's matter where its reader wants it: where it stands, behind the story under "Notes to Chapter 3", or
 * nowhere. An author's aside inside a paragraph goes with `authorsNote`, and stays where it is when notes go to the end.
 * Of a text that is nothing but matter, nothing is left out.
 */
export function placeNotes<Parts extends NotedParts>(parts: Parts, policy: NotesPolicy, language: string): PlacedNotes<Parts> {
  if (policy === 'keep') return { parts, leftOut: [] };
  const isStory = parts.chapters.some(chapter => chapter.body.length > 0 || chapter.closingLine !== null);
  const treatment = (role: MatterRole) => {
    const wanted = treatmentOf(policy, role);
    return wanted === 'drop' && !isStory ? 'keep' : wanted;
  };
  const leftOut = new Map<MatterRole, { notes: number; words: number }>();
  const drop = (role: MatterRole, text: string) => {
    const known = leftOut.get(role) ?? { notes: 0, words: 0 };
    leftOut.set(role, { notes: known.notes + 1, words: known.words + countWords(text) });
  };
  const atEnd: MatterSection[] = [];
  const keep = (sections: readonly MatterSection[], toEnd: (moved: readonly MatterSection[]) => void) => {
    const kept = sections.filter(section => treatment(section.role) === 'keep');
    for (const section of sections) if (treatment(section.role) === 'drop') drop(section.role, blockText(section.blocks));
    toEnd(sections.filter(section => treatment(section.role) === 'end'));
    return kept;
  };
  const frontMatter = keep(parts.frontMatter, moved => void atEnd.push(...moved));
  const dropsAsides = treatment('authorsNote') === 'drop';
  const ownBlocks = (blocks: readonly Block[]) =>
    dropsAsides ? withoutInlineNotes(blocks, note => { drop('authorsNote', inlineText(note.children)); }) : blocks;
  const chapters = parts.chapters.map((chapter): Chapter => {
    const moved: MatterSection[] = [];
    const openingNotes = keep(chapter.openingNotes, sections => void moved.push(...sections));
    const closingNotes = keep(chapter.closingNotes, sections => void moved.push(...sections));
    const name = parts.chapters.length === 1 ? null : chapterName(chapter, language);
    atEnd.push(...notesTo(name, moved, language));
    return { ...chapter, openingNotes, body: ownBlocks(chapter.body), closingNotes };
  });
  const backMatter = keep(parts.backMatter, moved => void atEnd.push(...moved));
  return {
    parts: { ...parts, frontMatter, chapters, backMatter: [...atEnd, ...backMatter] },
    leftOut: [...leftOut].map(([role, counts]) => ({ role, ...counts })),
  };
} // prettier-ignore

/** What a chapter is called in "Notes to …"; `null` for one that has neither number nor name. */
function chapterName({ kind, number, label, title }: Chapter, language: string): string | null {
  if (kind === 'chapter' && number !== null) return labelsFor(language).chapter(number);
  const own = (label ?? '').replace(/[\s.:;,–—-]+$/u, '');
  if (own !== '') return own;
  const text = title === null ? '' : inlineText(title).trim();
  return text === '' ? null : text;
}

/** The notes of one chapter as one section; several keep their usual headings inside it. */
function notesTo(name: string | null, sections: readonly MatterSection[], language: string): readonly MatterSection[] {
  const [first, ...others] = sections;
  if (first === undefined || name === null) return sections;
  const labels = labelsFor(language);
  const title: readonly Inline[] = [{ type: 'text', value: labels.notesTo(name) }];
  if (others.length === 0) return [{ ...first, title }];
  const blocks = sections.flatMap((section): Block[] => [
    { type: 'heading', depth: 1, children: section.title.length > 0 ? section.title : [{ type: 'text', value: labels.matter[section.role] }] },
    ...section.blocks,
  ]); // prettier-ignore
  return [{ ...first, role: 'endNotes', title, blocks }];
}
