import { readLabel } from '../voice/knownLabels.ts';
import type { Reading } from '../reading.ts';

/** In so many chapters at least a rule has to close the note at the head, and in this share of all. */
const minChapters = 3;
const minShare = 0.6;

/**
 * Learns from the whole file whether its rules part the author's notes from the story: most chapters open with a labelled
 * note and a rule right under it. There a rule near a chapter's end opens a note as well, with a label or without.
 */
export function rulesPartNotes({ manuscript: { blocks }, marks }: Reading): boolean {
  let chapters = 0;
  let closed = 0;
  marks.forEach((mark, index) => {
    if (mark?.kind !== 'heading') return;
    chapters++;
    const note = blocks[index + 1];
    const isNote = note?.kind === 'text' && readLabel(note.text)?.meaning.kind === 'matter';
    if (isNote && blocks[index + 2]?.kind === 'rule') closed++;
  });
  return closed >= minChapters && closed >= chapters * minShare;
}
