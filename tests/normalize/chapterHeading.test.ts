import { describe, expect, it } from 'vitest';
import { readHeadingCandidate } from '../../src/normalize/chapters/chapterHeading.ts';

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
    ['Chapter 7. Bring me a lamp', 'chapter', 7, 'Chapter 7', 'Bring me a lamp'],
    ['[Chapter 12]', 'chapter', 12, 'Chapter 12', null],
    ['Ch. 4 - Tide', 'chapter', 4, 'Ch. 4', 'Tide'],
    ['Chapter #3', 'chapter', 3, 'Chapter #3', null],
    ['Chapter2: Rope', 'chapter', 2, 'Chapter2', 'Rope'],
    ['Chapter 3 A', 'chapter', 3, 'Chapter 3', 'A'],
    ['Chapter Twenty-First', 'chapter', 21, 'Chapter Twenty-First', null],
    ['Chapter One Hundred and Two: Salt', 'chapter', 102, 'Chapter One Hundred and Two', 'Salt'],
    ['Chapter Five The Long Way', 'chapter', 5, 'Chapter Five', 'The Long Way'],
    ['CHAPTER CCCXCIX', 'chapter', 399, 'CHAPTER CCCXCIX', null],
    ['Part 2 of 5: Rope', 'chapter', 2, 'Part 2 of 5', 'Rope'],
    ['Part 1/?', 'chapter', 1, 'Part 1/?', null],
    ['Letter the Second', 'chapter', 2, 'Letter the Second', null],
    ['ΣΚΗΝΗ 3  "ΤΟ ΦΩΣ"', 'chapter', 3, 'ΣΚΗΝΗ 3', '"ΤΟ ΦΩΣ"'],
    ['Κεφάλαιο Β΄', 'chapter', 2, 'Κεφάλαιο Β΄', null],
    ['Erstes Kapitel: Das Licht', 'chapter', 1, 'Erstes Kapitel', 'Das Licht'],
    ['3. Kapitel', 'chapter', 3, '3. Kapitel', null],
    ['Chapitre premier', 'chapter', 1, 'Chapitre premier', null],
    ['CAPÍTULO SEGUNDO', 'chapter', 2, 'CAPÍTULO SEGUNDO', null],
    ['Capitolo terzo - Il faro', 'chapter', 3, 'Capitolo terzo', 'Il faro'],
    ['Hoofdstuk 4', 'chapter', 4, 'Hoofdstuk 4', null],
    ['Kapittel fem', 'chapter', 5, 'Kapittel fem', null],
    ['Luku 6', 'chapter', 6, 'Luku 6', null],
    ['Rozdział VII', 'chapter', 7, 'Rozdział VII', null],
    ['8. fejezet – A lámpa', 'chapter', 8, '8. fejezet', 'A lámpa'],
    ['Глава первая. Маяк', 'chapter', 1, 'Глава первая', 'Маяк'],
    ['Розділ 9', 'chapter', 9, 'Розділ 9', null],
    ['1. Bölüm: Fener', 'chapter', 1, '1. Bölüm', 'Fener'],
    ['Chương 2: Ngọn đèn', 'chapter', 2, 'Chương 2', 'Ngọn đèn'],
    ['Bab Tiga', 'chapter', 3, 'Bab Tiga', null],
    ['第2章 灯下问客 潮来报信', 'chapter', 2, '第2章', '灯下问客 潮来报信'],
    ['第三章灯塔', 'chapter', 3, '第三章', '灯塔'],
    ['第１０話　海', 'chapter', 10, '第１０話', '海'],
    ['제3장 등대', 'chapter', 3, '제3장', '등대'],
    ['1. The Lamp', 'chapter', 1, '1', 'The Lamp'],
    ['VII. THE BLUE DOOR.', 'chapter', 7, 'VII', 'THE BLUE DOOR.'],
    ['Twenty-One', 'chapter', 21, 'Twenty-One', null],
    ['Interlude II: Fog', 'interlude', null, 'Interlude II', 'Fog'],
    ['* Bonus Chapter *', 'interlude', null, 'Bonus Chapter', null],
    ['Пролог', 'prologue', null, 'Пролог', null],
    ['Afterword', 'epilogue', null, 'Afterword', null],
    ['番外', 'interlude', null, '番外', null],
  ])('reads %s', (text, chapterKind, number, label, title) => {
    const heading = readHeadingCandidate(text)?.heading;
    expect(heading).toMatchObject({ chapterKind, number, label });
    expect(heading?.titleOffset == null ? null : text.slice(heading.titleOffset)).toBe(title);
  });

  it.each(['', 'Chapter and verse', 'Part of him knew.', 'Prologues are hard', '1984 was a year', 'I am', '0', '第一天', '第一章的灯。', 'Chapter 1 '.repeat(20), 'Chapter 11 of the code was invoked.', 'Chapter mix', 'Part to play', 'part two, which', '1. Buy a rope.', '3 men came', 'First', 'one', 'Three!', 'Extra work', '第三章的事', '3화가 났다', 'Section eight of the law', 'Book it now'])(
    'reads no heading in “%s”',
    text => {
      expect(readHeadingCandidate(text)).toBeNull();
    },
  ); // prettier-ignore
});
