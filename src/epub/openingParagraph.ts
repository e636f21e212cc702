import type { Opening } from '../book/findOpening.ts';
import { splitInlines } from '../book/splitInlines.ts';
import type { Inline } from '../book/tree.ts';
import { renderInlines } from './renderInlines.ts';
import type { InlineContext } from './renderInlines.ts';
import { noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** The paragraph's words with their opening marked; every character stays, in its order. */
export function renderOpening(
  children: readonly Inline[],
  { dropCapLength, wordsLength }: Opening,
  context: InlineContext,
): Xhtml {
  const [opened, after] = splitInlines(children, wordsLength);
  const [letter, others] = splitInlines(opened, dropCapLength);
  const cap = renderInlines(letter, context);
  const words = renderInlines(others, context);
  const rest = renderInlines(after, context);
  // A float inside another span is lost on old engines, so the two stand side by side.
  const large = dropCapLength === 0 ? noMarkup : xhtml`<span class="drop-cap">${cap}</span>`;
  const small = wordsLength === dropCapLength ? noMarkup : xhtml`<span class="opening">${words}</span>`;
  return xhtml`${large}${small}${rest}`;
}
