import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/typeset/pageList.ts';
import { bodyPages, book, chapter, paragraph, story, text, textOf, typeset } from './books.ts';

const prose =
  '他提着一只箱子、三本书，还有一顶谁也不敢问起的红帽子。「去哪儿？」司机问。他回答说：「去海边。」路很长，大约120公里，公共汽车在每个村子都停下来（正好十二个），一声不响地坐在他旁边。';

function linesOf(language: string, value: string): Line[] {
  const { pages } = typeset(book([story('海', [chapter([paragraph(value)], { title: [text('Hat')] })], {}, language)]));
  return bodyPages(pages)
    .flatMap(page => page.frames.filter(frame => frame.element !== null).flatMap(frame => frame.lines))
    .filter(line => /[\u3040-\u9fff]/.test(said(line)));
}

const said = (line: Line): string => line.runs.map(run => run.text).join('');
const rightEdge = (line: Line): number => Math.max(...line.runs.map(run => run.xPt + run.widthPt));

describe('lines of ideographs', () => {
  const lines = linesOf('zh', prose.repeat(4));

  it('lose nothing and gain no spaces', () => {
    expect(lines.map(said).join('').trim()).toBe(prose.repeat(4));
    const { pages } = typeset(book([story('海', [chapter([paragraph(prose)])], {}, 'zh')]));
    expect(textOf(pages.pages)).toContain(`${prose} `);
  });

  it('begin with no closing mark and end in no opening one', () => {
    expect(lines.length).toBeGreaterThan(6);
    for (const line of lines) {
      expect(said(line)).not.toMatch(/^[、，。？：」）]/);
      expect(said(line)).not.toMatch(/[「（]$/);
    }
  });

  it('are filled by a little blank after each character, and not by a hole', () => {
    for (const line of lines.slice(0, -1)) {
      const last = said(line).slice(-1);
      const hangPt = /[、，。」）：]/.test(last) ? 8 : 1.5;
      expect(rightEdge(line)).toBeGreaterThan(345 - 8);
      expect(rightEdge(line)).toBeLessThan(346 + hangPt);
      for (const run of line.runs) expect(run.spreadPt ?? 0).toBeLessThan(0.25 * 11);
    }
    expect(lines.some(line => line.runs.some(run => run.spreadPt !== undefined))).toBe(true);
  });

  it('stand in by two characters in Chinese and by one in Japanese, at the start of a chapter, too', () => {
    expect(lines[0]?.runs[0]?.xPt).toBeCloseTo(58 + 22, 1);
    expect(linesOf('ja', `海${prose}`)[0]?.runs[0]?.xPt).toBeCloseTo(58 + 11, 1);
  });

  it('keep Latin words whole and the spaces between them', () => {
    const mixed = linesOf('zh', '牌子上写着WELCOME TO THE SEA他摘下了帽子'.repeat(8));
    expect(mixed.map(said).join('').trim()).toBe('牌子上写着WELCOME TO THE SEA他摘下了帽子'.repeat(8));
    for (const line of mixed) expect(said(line)).not.toMatch(/^(?:ELCOME|LCOME|O |HE |EA)/);
  });
});
