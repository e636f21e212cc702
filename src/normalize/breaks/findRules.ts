import type { ManuscriptBlock } from '../../parse/manuscript.ts';
import { readBespokeRule } from './bespokeRule.ts';
import { readerSays } from '../corrections/overrideMark.ts';
import type { Mark, Pass } from '../reading.ts';

/**
 * Finds the rules that only a whole file can show: ornaments around an author's initials are a rule where they return,
 * `***...~AIV~...***`, and so is a word that is said nowhere else, `==========tidez==========`; `[Scene break]` and its
 * like are one wherever they stand alone.
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
    const said = wordsSaid(blocks, new Set(rules.flatMap(rule => (rule?.isAnyWord === true ? [rule.words] : []))));
    const isRule = (index: number) => {
      const rule = rules[index] ?? null;
      if (rule === null || rule.isNamed) return rule !== null;
      return (counts.get(rule.words) ?? 0) > 1 && !(rule.isAnyWord && said.has(rule.words));
    };
    if (!blocks.some((_, index) => isRule(index))) return reading;
    const found = blocks.map((block, index) => (isRule(index) ? asRule(block) : block));
    return { ...reading, manuscript: { ...reading.manuscript, blocks: found } };
  },
};

/** Which of some words stand in the story as well: `=====Mara=====` says whose eyes where somebody is called Mara. */
function wordsSaid(blocks: readonly ManuscriptBlock[], words: ReadonlySet<string>): ReadonlySet<string> {
  const said = new Set<string>();
  if (words.size === 0) return said;
  for (const { text } of blocks) {
    if (readBespokeRule(text) !== null) continue;
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\d]+/gu)) if (words.has(word)) said.add(word);
  }
  return said;
}

/** Whether nothing is said of a line, or the reader says what a rule may be. */
function isOpen(mark: Mark | null): boolean {
  return mark === null || (mark.rule === readerSays.rule && (mark.kind === 'break' || mark.kind === 'separator'));
}

function asRule({ text, span, blankLinesBefore }: ManuscriptBlock): ManuscriptBlock {
  return { kind: 'rule', text, span, blankLinesBefore };
}
