import type { Format } from './inlineFormats.ts';
import type { SourceRun } from './flowItem.ts';
import { type HtmlElement, isElement, visibleText } from './htmlDocument.ts';
import { hasWords } from './sourceRuns.ts';

/**
 * The marks that a browser shows around `<q>`, as an author types them: a quotation inside another has single ones.
 * None where the words have marks of their own, which old pages give them beside the element.
 *
 * @see https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-q-element
 */
export function quotationMarks(element: HtmlElement, formats: readonly Format[]): readonly [SourceRun[], SourceRun[]] {
  if (element.tagName !== 'q' || hasTypedMark(element)) return [[], []];
  const value = isInsideQuotation(element) ? "'" : '"';
  const { startTag, endTag } = element.sourceCodeLocation ?? {};
  const runs = [startTag, endTag].map((tag): SourceRun => {
    const extent = tag === undefined ? null : { start: tag.startOffset, end: tag.endOffset };
    return { value, isBreak: false, formats, extent };
  });
  return [runs.slice(0, 1), runs.slice(1)];
}

/** Whether there are no words, or the first are `“Come in`, `"Come in`, `« Entrez`; not `'Tis`. */
function hasTypedMark(element: HtmlElement): boolean {
  const words = visibleText(element).trim();
  return !hasWords(words) || /^["“”„«»‘‚‹「『]/u.test(words);
}

function isInsideQuotation(element: HtmlElement): boolean {
  let depth = 0;
  for (let at = element.parentNode; at !== null && isElement(at); at = at.parentNode) if (at.tagName === 'q') depth++;
  return depth % 2 === 1;
}
