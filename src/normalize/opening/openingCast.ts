import { foldLetters } from '../../text/foldLetters.ts';
import { readHeadingCandidate } from '../chapters/chapterHeading.ts';
import { readLabel } from '../voice/knownLabels.ts';
import { isSpoken } from '../voice/narrativeVoice.ts';
import { front, type Header } from './openingHeader.ts';
import type { Mark } from '../reading.ts';

/** Words that only stand over the list of a play's persons. */
const sureTitles = titles(
  'dramatis personae|dramatis personæ|dramatis persona|persons in the play|persons of the play|persons of the drama|persons represented|people in the play|the persons of the play|characters in the play|characters of the play|the characters of the play|cast of characters|list of characters|personen des stücks|personen der handlung|die personen|personnages de la pièce|personaggi della commedia|personas del drama|действующие лица|лица|дійові особи|τα πρόσωπα του έργου',
);

/** Words that head a list of persons, and lists of an archive as well. */
const likelyTitles = titles(
  'persons|characters|the characters|cast|the cast|personen|figuren|mitwirkende|es treten auf|personnages|les personnages|personaggi|personajes|personagens|personer|osoby|персонажи|πρόσωπα|人物',
);

function titles(words: string): ReadonlySet<string> {
  return new Set(words.split('|').map(word => foldLetters(word)));
}

const maxTitleLength = 50;

/** One person a line, and what she is: `BELLAMY, a miller.`, `MB - Mrs Bunt`; a longer line sets the scene. */
const maxEntryLength = 140;
const minEntries = 2;

/**
 * The list of persons before a play's first act: a line that says so, alone, and short lines under it; it is set aside
 * as front matter. `DRAMATIS PERSONAE` is enough; a word that archives have over their own lists, `Characters:`, needs
 * nothing but such lines between it and the first act. A list inside a scene stays there.
 */
export function readCast(index: number, header: Header): Mark | null {
  const { blocks, known, limit } = header;
  const block = blocks[index];
  if (block?.kind !== 'text' || limit >= blocks.length || block.text.length > maxTitleLength) return null;
  const title = foldLetters(block.text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  const isSure = sureTitles.has(title);
  if (!isSure && !likelyTitles.has(title)) return null;
  let end = index + 1;
  while (end < limit && (known[end] ?? null) === null && isEntry(header, end)) end++;
  if (end - index - 1 < minEntries || !(isSure || end === limit)) return null;
  for (let at = index + 1; at < end; at++) header.marks.set(at, castMark(false));
  header.hasHeader = true;
  header.openMatter = null;
  return castMark(true);
}

/** The title stays above the list: the role has no heading of its own that says as much. */
function castMark(isStart: boolean): Mark {
  return { kind: 'matter', rule: 'cast-list', confidence: 0.85, why: 'It lists the persons of a play before its first act.', matter: front('other', isStart) }; // prettier-ignore
}

function isEntry({ blocks }: Header, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'text' || block.text.split('\n').some(line => line.length > maxEntryLength)) return false;
  const label = readLabel(block.text);
  const isLabelled = label !== null && !label.isOrdinaryWord;
  return !isLabelled && !isSpoken(block.text) && readHeadingCandidate(block.text) === null;
}
