import { describe, expect, it } from 'vitest';
import { readHeadingCandidate } from '../../src/normalize/chapterHeading.ts';

describe('readHeadingCandidate', () => {
  it.each([
    ['Chapter 1: The Hat', 'chapter', 1, 'Chapter 1', 'The Hat'],
    ['CHAPTER IV.', 'chapter', 4, 'CHAPTER IV.', null],
    ['Part Two - Ashes', 'chapter', 2, 'Part Two', 'Ashes'],
    ['~ Chapter 3 ~', 'chapter', 3, 'Chapter 3', null],
    ['ADVENTURE I. The Red Hat', 'chapter', 1, 'ADVENTURE I', 'The Red Hat'],
    ['Book the First', 'chapter', 1, 'Book the First', null],
    ['Kapitel 2', 'chapter', 2, 'Kapitel 2', null],
    ['第十二回 灯', 'chapter', 12, '第十二回', '灯'],
    ['EPILOGUE: Home', 'epilogue', null, 'EPILOGUE', 'Home'],
    ['Prologue', 'prologue', null, 'Prologue', null],
    ['Interlude - Snow', 'interlude', null, 'Interlude', 'Snow'],
    ['XIV', 'chapter', 14, 'XIV', null],
    ['- 3 -', 'chapter', 3, '- 3 -', null],
  ])('reads %s', (text, chapterKind, number, label, title) => {
    const heading = readHeadingCandidate(text)?.heading;
    expect(heading).toMatchObject({ chapterKind, number, label });
    expect(heading?.titleOffset == null ? null : text.slice(heading.titleOffset)).toBe(title);
  });

  it.each(['', 'Chapter and verse', 'Part of him knew.', 'Prologues are hard', '1984 was a year', 'I am', '0', '第一天', '第一章的灯。', 'Chapter 1 '.repeat(20)])(
    'reads no heading in “%s”',
    text => {
      expect(readHeadingCandidate(text)).toBeNull();
    },
  ); // prettier-ignore
});
