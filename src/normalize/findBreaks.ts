import { type Mark, type Pass, withMarks } from './reading.ts';

/** Every rule left inside the story is a scene break, once however many rules follow each other; the rest is body. */
export const findBreaks: Pass = {
  name: 'find-breaks',
  run: reading => {
    const { blocks } = reading.manuscript;
    const marks = new Map<number, Mark>();
    const kindAt = (index: number) => reading.marks[index]?.kind ?? marks.get(index)?.kind ?? null;
    blocks.forEach((block, index) => {
      if (reading.marks[index] != null) return;
      if (block.kind !== 'rule') {
        marks.set(index, {
          kind: 'body',
          rule: 'story',
          confidence: 0.9,
          why: 'Nothing says that it is anything but story.',
        });
      } else if (kindAt(index - 1) === 'body' && hasBodyAfter(index)) {
        marks.set(index, { kind: 'break', rule: 'rule-in-story', confidence: 0.95, why: 'A line of ornaments stands between two paragraphs of the story.' }); // prettier-ignore
      } else {
        marks.set(index, { kind: 'separator', rule: 'rule-at-an-edge', confidence: 0.85, why: 'A rule with no story before or after it parts nothing.' }); // prettier-ignore
      }
    });
    return withMarks(reading, marks);

    function hasBodyAfter(index: number): boolean {
      for (let next = index + 1; next < blocks.length; next++) {
        if (blocks[next]?.kind !== 'rule') return reading.marks[next] == null;
        if (reading.marks[next] != null) return false;
      }
      return false;
    }
  },
};
