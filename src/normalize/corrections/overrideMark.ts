import type { MatterRole } from '../../book/tree.ts';
import { isMatterRole } from '../../book/matterRoles.ts';
import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { readHeadingCandidate } from '../chapters/chapterHeading.ts';
import { readLabel } from '../voice/knownLabels.ts';
import type { Override } from './override.ts';
import { readTypedMark } from '../footnotes/typedMark.ts';
import type { ChapterHeading, FootnoteMark, Mark, MatterMark, Reason } from '../reading.ts';

/** What stands in the evidence of every decision that the reader made. */
export const readerSays: Reason = { rule: 'override', confidence: 1, why: 'The reader says so.' };

/** The mark that an override sets on a block; `isFirst` is the first of those it speaks of. `null` when it says nothing of the lines themselves. */
export function overrideMark(block: ManuscriptBlock, override: Override, isFirst: boolean): Mark | null {
  const { is } = override;
  switch (is) {
    case undefined:
      return null;
    case 'story':
      return { kind: 'body', ...readerSays };
    case 'none':
      return { kind: 'separator', ...readerSays };
    case 'removed':
      return { kind: 'removed', reason: override.reason ?? 'by-the-reader', ...readerSays };
    case 'chapter':
    case 'prologue':
    case 'epilogue':
    case 'interlude':
      return isFirst
        ? { kind: 'heading', heading: headingOf(block, is, override), ...readerSays }
        : { kind: 'chapterTitle', goesOn: true, ...readerSays };
    case 'part':
      return { kind: 'part', part: { ...partOf(block, override) }, ...readerSays };
    case 'footnote':
      return { kind: is, footnote: footnoteOf(block), ...readerSays };
    case 'chapterTitle':
      return { kind: is, goesOn: false, ...readerSays };
    case 'title':
    case 'byline':
    case 'field':
    case 'break':
    case 'closingLine':
    case 'contents':
    case 'section':
    case 'slugLine':
      return { kind: is, ...readerSays };
    default:
      return { kind: 'matter', matter: matterOf(block, is, override, isFirst), ...readerSays };
  }
}

function headingOf(block: ManuscriptBlock, kind: ChapterHeading['chapterKind'], override: Override): ChapterHeading {
  const read = readHeadingCandidate(block.text)?.heading;
  const heading = read ?? { chapterKind: kind, number: null, label: null, titleOffset: 0 };
  return {
    ...heading,
    chapterKind: kind === 'chapter' ? heading.chapterKind : kind,
    number: override.number ?? heading.number,
    ...(override.title === undefined ? {} : { statedTitle: override.title }),
  };
}

function partOf(block: ManuscriptBlock, { number, title }: Override): Extract<Mark, { kind: 'part' }>['part'] {
  return {
    label: block.text,
    number: number ?? null,
    title: title === undefined ? null : [{ type: 'text', value: title }],
  };
}

function footnoteOf({ text }: ManuscriptBlock): FootnoteMark {
  const { label, typed, length } = readTypedMark(text) ?? { label: '', typed: '', length: 0 };
  return { label, typed, labelLength: length };
}

/** The place is settled when all is read, where the override does not say it. */
function matterOf(block: ManuscriptBlock, role: MatterRole, { place }: Override, isFirst: boolean): MatterMark {
  const label = isFirst && (block.kind === 'text' || block.kind === 'heading') ? readLabel(block.text) : null;
  const isLabelled = label?.meaning.kind === 'matter';
  return { role, place: place ?? 'closing', isStart: isFirst, labelLength: isLabelled ? label.labelLength : 0 };
}

/** Whether an override makes matter of lines and leaves it open where it belongs. */
export function leavesPlaceOpen({ is, place }: Override): boolean {
  return is !== undefined && isMatterRole(is) && place === undefined;
}
