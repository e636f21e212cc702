import { isRightToLeft } from '../text/writingDirection.ts';
import { attributes, noMarkup } from './xhtml.ts';
import type { Xhtml } from './xhtml.ts';

/** Matches `en`, `pt-BR`, `zh-Hant-TW`; not `English (US)`. See BCP 47 §2.1. */
const wellFormedLanguage = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** The language tag if it is well-formed, else `und`: a package with a malformed one is invalid. */
export function languageTag(language: string): string {
  return wellFormedLanguage.test(language) ? language : 'und';
}

/**
 * The attributes that say an element's language where it differs from what surrounds it; `lang` for reading systems that
 * do not know `xml:lang`. The direction is said when it differs too.
 */
export function languageAttributes(language: string | undefined, surrounding: string): Xhtml {
  if (language === undefined || language === surrounding) return noMarkup;
  const tag = languageTag(language);
  if (tag === surrounding) return noMarkup;
  const isTurned = isRightToLeft(tag) !== isRightToLeft(surrounding);
  return attributes({
    'xml:lang': tag,
    lang: tag,
    dir: isTurned ? (isRightToLeft(tag) ? 'rtl' : 'ltr') : undefined,
  });
}

/**
 * The language of the book's own words on a page in `surrounding`: English labels in a Dutch book are English, in a book
 * in `en-GB` they are `en-GB`.
 */
export function labelLanguage(labels: { readonly language: string }, surrounding: string): string {
  return surrounding.split('-')[0]?.toLowerCase() === labels.language ? surrounding : labels.language;
}

export function labelLanguageAttributes(labels: { readonly language: string }, surrounding: string): Xhtml {
  return languageAttributes(labelLanguage(labels, surrounding), surrounding);
}
