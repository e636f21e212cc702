import type { ManuscriptBlock, TextBlock } from '../../parse/manuscript.ts';
import { slugMark } from './findBreaks.ts';
import { isSalutation } from '../opening/letterHead.ts';
import { isSpoken } from '../voice/narrativeVoice.ts';
import { type Mark, type Pass, type Reading, type Reason, withMarks } from '../reading.ts';
import { isSlugLine, slugKind } from './slugLine.ts';

/**
 * Sets a scene break before a line that says whose eyes, how much later, or when and where a scene is, and keeps the line:
 * alone between two passages of the story, with a blank line above and below. The passage above has to end as a sentence
 * does, so that `The card said:` + `London, 1889` parts nothing; a letter's dateline over `Dear Nell,` does not either, nor
 * a line right under a heading, a note or a rule. A rule right under the line belongs to it: one break for both.
 */
export const findSlugBreaks: Pass = {
  name: 'find-slug-breaks',
  run: reading => {
    const { blocks } = reading.manuscript;
    const breaks = new Map<number, Reason>();
    const marks = new Map<number, Mark>();
    blocks.forEach((block, index) => {
      if (!isOpenText(reading, index) || !partsScenes(block) || !isUnderStory(reading, index)) return;
      const next = storyBelow(reading, index);
      if (next === null || (isBareDate(block) && isSpoken(blocks[next]?.text ?? ''))) return;
      breaks.set(index, reason);
      marks.set(index, slugMark);
      for (let at = index + 1; at < next; at++) if (blocks[at]?.kind === 'rule') marks.set(at, ruleMark);
    });
    if (breaks.size === 0) return reading;
    return { ...withMarks(reading, marks), breaksBefore: new Map([...breaks, ...reading.breaksBefore]) };
  },
};

const reason: Reason = { rule: 'slug-line-parts-scenes', confidence: 0.75, why: 'A line that says whose eyes, when or where stands alone between two passages of the story.' }; // prettier-ignore
const ruleMark: Mark = { kind: 'separator', rule: 'rule-under-slug-line', confidence: 0.8, why: 'The line above it is the scene break already.' }; // prettier-ignore

function isOpenText({ manuscript: { blocks }, marks }: Reading, index: number): boolean {
  return blocks[index]?.kind === 'text' && marks[index] == null;
}

/** Matches the end of `It was late.`, `"Come in."`; not of `It said:`, `Your brother,` or a name. */
const sentenceEnd = /[.!?…。！？]["”’»)*_~]{0,3}$/u;

/** Whether a passage of the story ends right above a line that stands apart from it. */
function isUnderStory(reading: Reading, index: number): boolean {
  const { blocks } = reading.manuscript;
  const [previous, block] = [blocks[index - 1], blocks[index]];
  if (previous === undefined || block === undefined || !isOpenText(reading, index - 1)) return false;
  const isApart = block.blankLinesBefore > 0 && previous.span.file === block.span.file;
  return isApart && sentenceEnd.test(previous.text.slice(-6)) && !isSlugLine(previous.text);
}

/** So many lines may stand between a line over a scene and the scene: `London`, `1889`, a rule. */
const maxLinesBetween = 2;

/** The block at which the story goes on below a line over a scene; `null` where it does not, or a letter starts there. */
function storyBelow(reading: Reading, index: number): number | null {
  const { blocks } = reading.manuscript;
  for (let at = index + 1; at <= index + 1 + maxLinesBetween; at++) {
    const block = blocks[at];
    if (block === undefined || block.blankLinesBefore === 0 || reading.marks[at] != null) return null;
    if (block.kind === 'rule' || (block.kind === 'text' && isSlugLine(block.text))) continue;
    return block.kind === 'text' && !isSalutation(block.text) ? at : null;
  }
  return null;
}

/** A date without marks may be what somebody writes or reads: speech right under it goes on with the scene. */
function isBareDate(block: ManuscriptBlock): boolean {
  return block.kind === 'text' && slugKind(block.text) === 'date' && !isSetOff(block);
}

/**
 * Whether a line says plainly enough that another scene begins: `Edward's POV`, `TWO WEEKS LATER`, `June 3, 1998`,
 * `Harbour Office, 6:40 a.m.`. Not `Three years ago.` or `Later!`, which tell or are said; nor `6:15`, `1889` or `Monday`,
 * which a clock, a stone or a calendar in the story may show, unless stars or brackets are put around them.
 */
function partsScenes(block: ManuscriptBlock): boolean {
  if (block.kind !== 'text' || block.text.includes('\n')) return false;
  const { text } = block;
  const kind = slugKind(text);
  if (kind === null || kind === 'flashback' || /[!?,;]["”’»)*_~]{0,3}$/.test(text)) return false;
  if (isSetOff(block)) return kind !== 'clock' || /\p{L}{3}/u.test(text);
  if (/[^.]\.$/.test(text) && !/\b[ap]\.m\.$|\bP\.O\.V\.$/i.test(text)) return false;
  if (kind === 'pointOfView' || kind === 'place') return true;
  if (kind === 'elapsed') return text.includes(' ');
  if (kind === 'clock') return /^\P{L}*\p{Lu}\p{Ll}{2,}.*,/u.test(text);
  return /\d/.test(text) ? /\p{L}{3}/u.test(text) : text.includes(' ');
}

/** Whether a line is set off from the story by stars, brackets or letters of another kind all through. */
function isSetOff({ text, inlines }: TextBlock): boolean {
  const [only, second] = inlines ?? [];
  const isMarkedUp = only !== undefined && second === undefined && (only.type === 'strong' || only.type === 'emphasis');
  return isMarkedUp || /^[*_~=<[({|#-]+[^*_~=<[({|#-].*[*_~=>\])}|#-]$/.test(text);
}
