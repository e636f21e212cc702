import type { Report, SourceSpan } from '../../diagnostics/diagnostic.ts';

/** Words of a page that are removed because the page does not show them. */
export interface LeftOutWords {
  /** Why: `hidden`, or the element they stand in. */
  readonly part: string;
  readonly text: string;
  readonly span: SourceSpan;
}

/** Controls and drawings: their words are those of the page, never of a story. */
const furniture = new Set(['button', 'datalist', 'input', 'map', 'meter', 'progress', 'select', 'svg']);

/** Matches `Please enable JavaScript to read on`, `This page uses frames`; what a site says to browsers of old. */
const browserAdvice = /\b(?:java\s?script|cookies|your (?:web )?browser|uses frames)\b/i;
const maxAdviceWords = 60;

/** Whether words that a page does not show may be a story's. */
export function mayBeMissed({ part, text }: Pick<LeftOutWords, 'part' | 'text'>): boolean {
  return !furniture.has(part) && !(browserAdvice.test(text) && wordCount(text) <= maxAdviceWords);
}

/** Says once for a page how many words it does not show, and where the first of them stand. */
export function reportLeftOut(leftOut: readonly LeftOutWords[], report: Report): void {
  const [first] = leftOut;
  if (first === undefined) return;
  const count = leftOut.reduce((sum, { text }) => sum + wordCount(text), 0);
  const parts = [...new Set(leftOut.map(({ part }) => (part === 'hidden' ? 'hidden' : `<${part}>`)))];
  report({
    code: 'parse/html-left-out',
    severity: 'warning',
    message: `${count === 1 ? 'One word' : `${count} words`} in parts that ${first.span.file} does not show (${parts.join(', ')}) ${count === 1 ? 'is' : 'are'} left out, first in line ${first.span.lines[0]}.`,
    hint: 'Where they belong to the story, say so with "is: story" in an overrides file.',
    span: first.span,
  });
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
}
