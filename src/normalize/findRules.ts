import type { ManuscriptBlock } from '../parse/manuscript.ts';
import { readBespokeRule } from './bespokeRule.ts';
import { readerSays } from './overrideMark.ts';
import type { Mark, Pass } from './reading.ts';

/**
 * Finds the rules that only a whole file can show: ornaments around an author's initials are a rule where they return,
 * `***...~AIV~...***`; `[Scene break]` and its like are one wherever they stand alone.
 */
export const findRules: Pass = {
  name: 'find-rules',
  run: reading => {
    const { blocks } = reading.manuscript;
    const counts = new Map<string, number>();
    const rules = blocks.map((block, index) =>
      block.kind === 'text' && isOpen(reading.marks[index] ?? null) ? readBespokeRule(block.text) : null,
    );
    for (const rule of rules) if (rule !== null) counts.set(rule.words, (counts.get(rule.words) ?? 0) + 1);
    const isRule = (index: number) => {
      const rule = rules[index] ?? null;
      return rule !== null && (rule.isNamed || (counts.get(rule.words) ?? 0) > 1);
    };
    if (!blocks.some((_, index) => isRule(index))) return reading;
    const found = blocks.map((block, index) => (isRule(index) ? asRule(block) : block));
    return { ...reading, manuscript: { ...reading.manuscript, blocks: found } };
  },
};

/** Whether nothing is said of a line, or the reader says what a rule may be. */
function isOpen(mark: Mark | null): boolean {
  return mark === null || (mark.rule === readerSays.rule && (mark.kind === 'break' || mark.kind === 'separator'));
}

function asRule({ text, span, blankLinesBefore }: ManuscriptBlock): ManuscriptBlock {
  return { kind: 'rule', text, span, blankLinesBefore };
}
