import type { MotifOpener } from './bookMotifs.ts';
import { noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/**
 * The motif that stands with a title. It says nothing and is hidden from those who listen; its text is for readers that show
 * no drawings.
 */
export function renderOpener(opener: MotifOpener | null): Xhtml {
  if (opener === null) return noMarkup;
  const { fileName, text } = opener;
  return xhtml`<p class="opener" aria-hidden="true"><img src="${fileName}" alt="${text}"/></p>`;
}
