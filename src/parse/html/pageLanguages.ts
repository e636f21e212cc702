import { foreignLanguage, primaryLanguage } from '../foreignLanguage.ts';
import { attribute, descendants, type HtmlElement, type HtmlParent, isElement, parentOf } from './htmlDocument.ts';
import type { TextLengths } from './textLengths.ts';

/**
 * A language that covers so much of a page's words is that of the page: word processors write the one that was set when
 * the file was made around every paragraph.
 */
const pageShare = 0.5;

/** The languages, by their primary subtags, that are no foreign ones in a page: what `<html>` says, and what most words are in. */
export function languagesOfPage(document: HtmlParent, lengths: TextLengths): ReadonlySet<string> {
  const own = new Set<string>();
  const covered = new Map<string, number>();
  for (const element of descendants(document)) {
    const language = statedLanguage(element);
    if (language === null) continue;
    if (element.tagName === 'html' || element.tagName === 'body') own.add(language);
    covered.set(language, (covered.get(language) ?? 0) + lengths.of(element));
    const around = languageAround(element);
    if (around !== null) covered.set(around, (covered.get(around) ?? 0) - lengths.of(element));
  }
  for (const [language, length] of covered) if (length > lengths.total * pageShare) own.add(language);
  return own;
}

function statedLanguage(element: HtmlElement): string | null {
  const value = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
  const language = value === null ? null : foreignLanguage(value);
  return language === null ? null : primaryLanguage(language);
}

function languageAround(element: HtmlElement): string | null {
  for (let around = parentOf(element); around !== null && isElement(around); around = parentOf(around)) {
    const language = statedLanguage(around);
    if (language !== null) return language;
  }
  return null;
}
