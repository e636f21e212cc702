import type { Footnote } from '../book/tree.ts';
import { type ElementNode, type Galley, type GalleyLine, createGalley } from './galley.ts';
import type { NoteMark } from './noteMarks.ts';
import type { Section } from './section.ts';
import type { SectionBuilder } from './sectionBuilder.ts';
import { setNote } from './setFootnotes.ts';
import { footnoteSetting } from './textSetting.ts';
import type { TypesetContext } from './typesetContext.ts';

/**
 * Names the places of marks and notes, so that they can lead to each other, and sets the notes that are to stand at the feet
 * of the pages. A note stands once in the book, where its first mark is; one whose mark no line shows stands last.
 */
export function gatherFootnotes(
  builder: SectionBuilder,
  galley: Galley,
  language: string,
  parent: ElementNode,
): Pick<Section, 'lines' | 'footnotes'> {
  const { context, noteNames } = builder;
  if (context.noteMarks.size === 0) return { lines: galley.lines, footnotes: null };
  const waiting = new Map(galley.footnotes.map(note => [note.id, note]));
  const notes = createGalley();
  const setting = footnoteSetting(context, language);
  const starts: number[] = [];
  const lineCounts = new Int32Array(galley.lines.length + 1);

  /** Sets a note and, below it, those that its own marks lead to. */
  function addNotes(ids: readonly string[]): void {
    const queue = [...ids];
    for (const id of queue) {
      const note = takeNote(waiting, id);
      if (note === null || noteNames.has(id)) continue;
      const first = notes.lines.length;
      setNote(context, notes, note, setting, parent);
      if (notes.lines.length > first) starts.push(first);
      queue.push(...nameMarks(context, notes.lines, first, noteNames));
    }
  }

  galley.lines.forEach((_, index) => {
    addNotes(nameMarks(context, galley.lines, index, noteNames, index + 1));
    lineCounts[index + 1] = notes.lines.length;
  });
  addNotes([...waiting.keys()]);
  lineCounts[galley.lines.length] = notes.lines.length;
  return {
    lines: galley.lines,
    footnotes: notes.lines.length === 0 ? null : { lines: notes.lines, starts, lineCounts },
  };
}

function takeNote(waiting: Map<string, Footnote>, id: string): Footnote | null {
  const note = waiting.get(id) ?? null;
  waiting.delete(id);
  return note;
}

/** Gives lines the names of the marks on them that have none yet, and returns the notes whose marks these are. */
function nameMarks(
  context: TypesetContext,
  lines: GalleyLine[],
  from: number,
  names: Set<string>,
  to = lines.length,
): string[] {
  const noteIds: string[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index];
    const own = line === undefined ? [] : marksOf(context, line);
    for (const { standsIn, noteId } of own) if (standsIn === 'text') noteIds.push(noteId);
    const fresh = own.map(mark => mark.ownName).filter(name => !names.has(name));
    if (line === undefined || fresh.length === 0) continue;
    for (const name of fresh) names.add(name);
    lines[index] = { ...line, destinations: [...line.destinations, ...new Set(fresh)] };
  }
  return noteIds;
}

function marksOf({ noteMarkOf }: TypesetContext, { line }: GalleyLine): NoteMark[] {
  if (line.runs.every(run => run.target === undefined)) return [];
  return line.runs.flatMap(({ target }) => (target === undefined ? [] : (noteMarkOf.get(target) ?? [])));
}
