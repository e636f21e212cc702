import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';
import { processorTime } from '../support/processorTime.ts';

/** What a mark costs when nothing closes it must not grow with what follows. */
const maxMs = 6000;

describe('Markdown of ours that someone has filled with marks', () => {
  it.each(['*', '**', '[', ']', '](', '[a](', '`', '``` ', '<em>', '</em>', '<code>', '\\', '> ', '- ', '1. ', '|', '| a ', ':::', '# ', '\\\n', 'a\n', '> > ', '- a\n', '[a]{.note}', '&'])(
    'is read in time: %j',
    mark => {
      const body = mark.repeat(Math.floor(300_000 / mark.length));
      for (const content of [body, `::: {.summary .front}\n${body}`, `- ${body}\n\n  ${body}`]) {
        const bytes = new TextEncoder().encode(`---\nfascicle: story@1\n---\n\n${content}`);
        expect(processorTime(() => void readStory([{ path: 'a.md', bytes }]))).toBeLessThan(maxMs);
      }
    },
  );
}); // prettier-ignore
