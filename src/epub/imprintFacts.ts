import { shownFields } from '../book/byline.ts';
import type { BookLabels } from '../book/labels.ts';
import { addressIn } from '../book/statedFacts.ts';
import { visibleText } from '../book/titles.ts';
import type { Story } from '../book/tree.ts';
import type { ContentsEntry } from './bookPage.ts';
import { languageAttributes, languageTag } from './language.ts';
import { lines, noMarkup, xhtml } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** A labelled line of the imprint. */
export interface Fact {
  readonly label: string;
  /** BCP 47, of the label. */
  readonly language: string;
  readonly value: string;
  /** The page of the book that the value leads to. */
  readonly fileName?: string;
}

/** Fields that say where a text is from, whose it is and what may be done with it. */
const statedKeys: ReadonlySet<string> = new Set(['source', 'website', 'publisher', 'copyright', 'archive']);

/**
 * Where a story is from and whose it is: what the configuration says, then the text's own fields under their own labels,
 * then the pages on which its author says more. The names of files on somebody's disk are nobody's statement, and stay out.
 */
export function storyFacts(story: Story, statements: readonly ContentsEntry[], labels: BookLabels): readonly Fact[] {
  const { source, rights, fields, language } = story.metadata;
  const overruled = new Set<string>();
  const facts: Fact[] = [];
  if (source?.origin === 'config') {
    facts.push({ label: labels.source, language: labels.language, value: source.text });
    overruled.add('source');
  }
  if (rights?.origin === 'config') {
    facts.push({ label: labels.rights, language: labels.language, value: rights.text });
    overruled.add('copyright');
  }
  for (const { key, label, value } of shownFields(fields)) {
    if (statedKeys.has(key) && !overruled.has(key)) facts.push({ label, language: language.text, value });
  }
  for (const { title, fileName, language: titleLanguage } of statements) {
    facts.push({ label: '', language: titleLanguage, value: title, fileName });
  }
  return facts;
}

/** A list of facts; an address in one is a link, and a page of the book is its own label. */
export function renderFacts(facts: readonly Fact[], surrounding: string): Xhtml {
  if (facts.length === 0) return noMarkup;
  const items = facts.map(({ label, language, value, fileName }) => {
    const tag = languageAttributes(languageTag(language), surrounding);
    if (fileName !== undefined) return xhtml`<li><a href="${fileName}"${tag}>${visibleText(value)}</a></li>`;
    return xhtml`<li><span class="fact"${tag}>${visibleText(label)}:</span> ${linked(visibleText(value))}</li>`;
  });
  return xhtml`<ul class="facts">\n${lines(items)}\n</ul>`;
}

function linked(value: string): Xhtml {
  const url = addressIn(value);
  const at = url === null ? -1 : value.indexOf(url);
  if (url === null || at < 0) return xhtml`${value}`;
  return xhtml`${value.slice(0, at)}<a href="${new URL(url).href}">${url}</a>${value.slice(at + url.length)}`;
}
