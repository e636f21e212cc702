import type { ImprintFact } from '../book/imprintFacts.ts';
import { addressIn } from '../book/statedFacts.ts';
import type { ContentsEntry } from './bookPage.ts';
import { labelLanguage, languageAttributes, languageTag } from './language.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** A list of facts, and of the pages of the book that say more; an address in a fact is a link. */
export function renderFacts(
  facts: readonly ImprintFact[],
  surrounding: string,
  pages: readonly ContentsEntry[] = [],
): Xhtml {
  if (facts.length + pages.length === 0) return noMarkup;
  const items = [
    ...facts.map(fact => renderFact(fact, surrounding)),
    ...pages.map(({ fileName, title, language }) => {
      const tag = languageAttributes(languageTag(language), surrounding);
      return xhtml`<li><a href="${fileName}"${tag}>${title}</a></li>`;
    }),
  ];
  return xhtml`<ul class="facts">\n${lines(items)}\n</ul>`;
}

function renderFact(fact: ImprintFact, surrounding: string): Xhtml {
  const language = languageTag(fact.valueLanguage);
  const ofLabel = labelLanguage({ language: languageTag(fact.labelLanguage) }, language);
  const label = xhtml`<span class="fact"${languageAttributes(ofLabel, language)}>${fact.label}:</span>`;
  return xhtml`<li${languageAttributes(language, surrounding)}>${label} ${linked(fact.value)}</li>`;
}

function linked(value: string): Xhtml {
  const url = addressIn(value);
  const at = url === null ? -1 : value.indexOf(url);
  if (url === null || at < 0) return xhtml`${value}`;
  return xhtml`${value.slice(0, at)}<a href="${new URL(url).href}">${url}</a>${value.slice(at + url.length)}`;
}
