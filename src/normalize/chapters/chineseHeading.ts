import { parseNumber } from '../../text/numerals.ts';
import type { DivisionLevel } from '../../text/divisionLevel.ts';
import { type HeadingCandidate, labelOf, titleOffset } from './headingCandidate.ts';

const number = String.raw`(?<number>[\d０-９]{1,4}|[一二三四五六七八九十百零两]{1,7})`;

/** Matches `第一章`, `第12回 灯`, `正文 第三章：海`, `第一卷 风起 第二章 灯`, `第 4 话`; not `第一章的灯。` or `第一天`. */
const chinese = new RegExp(
  String.raw`^(?:正文\s*|第[一二三四五六七八九十\d]{1,3}[卷部集][^第。！？，]{0,20})?第\s*${number}\s*(?<word>[章回節节話话幕卷部集篇])(?<after>[\s:：、.．·—-]*)(?<title>[^。！？]*)$`,
  'u',
);

/** Matches `제1장`, `제 2 화 등대`, `3화`; not `3화가 났다`. */
const korean =
  /^(?:제\s*(?<number>\d{1,4})\s*(?<word>[장화부막회권])|(?<bare>\d{1,4})(?<counter>[장화]))(?<after>[\s:.·—-]+|$)(?<title>.*)$/u;

const levels: Readonly<Record<string, DivisionLevel>> = {
  卷: 'book',
  部: 'part',
  集: 'part',
  篇: 'part',
  幕: 'part',
  부: 'part',
  막: 'part',
  권: 'book',
};

/** A title glued to its label is short and holds no mark of a sentence. */
const maxGluedLength = 20;

/** Reads a chapter's heading in Chinese, Japanese or Korean. */
export function readChineseHeading(text: string): HeadingCandidate | null {
  const groups = (chinese.exec(text) ?? korean.exec(text))?.groups;
  if (groups === undefined) return null;
  const { after = '', title = '' } = groups;
  const word = groups.word ?? groups.counter ?? '';
  const value = parseNumber(groups.number ?? groups.bare ?? '');
  const isGlued = after === '' && title !== '';
  if (
    value === null ||
    (isGlued && (title.length > maxGluedLength || /^[的是里中就了以之]|[，；、：“”…]/.test(title)))
  ) {
    return null;
  }
  return {
    style: `word:${word}`,
    level: levels[word] ?? 'chapter',
    heading: {
      chapterKind: 'chapter',
      number: value,
      label: labelOf(text, title),
      titleOffset: titleOffset(text, title),
    },
  };
}
