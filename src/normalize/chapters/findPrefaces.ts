import { closing } from '../edges/chapterRange.ts';
import { isPreface } from './divisionWords.ts';
import { readFooterLine } from '../edges/footerLine.ts';
import { isSpoken, narrativeVoice } from '../voice/narrativeVoice.ts';
import { front } from '../opening/openingHeader.ts';
import { type HeadingView, lettersOf, type PlacedHeading } from './placedHeading.ts';
import type { Mark } from '../reading.ts';

/** A paragraph that shows so many signs of a story being told on average makes a prologue of what is called a preface. */
const maxNarrativeSigns = 1.5;

/**
 * What a book's author says before its first chapter or after its last, under a heading for it alone on its line:
 * `PREFACE`, `Vorwort`, `AFTERWORD`. It is set aside as matter, not counted as a chapter. Where people speak in it or it
 * tells, it is a prologue or an epilogue by another name, and stays one.
 */
export function prefaceMarks(
  view: HeadingView,
  headings: readonly PlacedHeading[],
  parts: readonly PlacedHeading[],
): ReadonlyMap<number, Mark> {
  const { blocks } = view;
  const marks = new Map<number, Mark>();
  const isOne = ({ index }: PlacedHeading) => isPreface(blocks[index]?.text ?? '');
  const chapters = headings.filter(heading => !isOne(heading));
  const [first, last] = [chapters[0]?.index, chapters.at(-1)?.index];
  if (first === undefined || last === undefined) return marks;
  const bounds = [...headings, ...parts].map(({ index }) => index).toSorted((left, right) => left - right);
  for (const { index } of headings.filter(isOne)) {
    const isBefore = index < first && !parts.some(part => part.index < index);
    if (!isBefore && index < last) continue;
    const next = bounds.find(bound => bound > index) ?? blocks.length;
    const end = isBefore ? withoutTitle(view, index, next) : next;
    if (tells(view, index + 1, end)) continue;
    for (let at = index; at < end; at++) {
      const block = blocks[at];
      if (block === undefined || !view.isOpen(at)) continue;
      if (!isBefore && readFooterLine(block.text) !== null) break;
      marks.set(at, block.kind === 'rule' ? rule : matterMark(at === index, isBefore, block.text.length));
    }
  }
  return marks;
}

const rule: Mark = { kind: 'separator', rule: 'rule-in-preface', confidence: 0.8, why: 'A rule stands among the lines of a preface.' }; // prettier-ignore

function matterMark(isStart: boolean, isBefore: boolean, length: number): Mark {
  const labelLength = isStart ? length : 0;
  return {
    kind: 'matter',
    rule: isBefore ? 'preface' : 'afterword',
    confidence: 0.8,
    why: isBefore ? 'It is a preface, before the first chapter.' : 'It is an afterword, after the last chapter.',
    matter: isBefore ? front('introduction', isStart, labelLength) : closing('afterword', true, isStart, labelLength),
  };
}

/** A book says its title again between the preface and the first chapter; that line is no part of the preface. */
function withoutTitle({ blocks }: HeadingView, start: number, end: number): number {
  const letters = lettersOf(blocks[end - 1]?.text ?? '');
  const isSaidBefore = letters !== '' && end - 1 > start && blocks.slice(0, start).some(block => lettersOf(block.text.slice(0, maxTitleLength)) === letters); // prettier-ignore
  return isSaidBefore ? end - 1 : end;
}

const maxTitleLength = 120;

function tells({ blocks }: HeadingView, start: number, end: number): boolean {
  const texts = blocks.slice(start, end).filter(block => block.kind === 'text');
  const signs = texts.reduce((sum, { text }) => sum + narrativeVoice(text), 0);
  return texts.length === 0 || texts.some(({ text }) => isSpoken(text)) || signs > texts.length * maxNarrativeSigns;
}
