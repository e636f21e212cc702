import { languageTag } from '../text/languageTag.ts';

/** Matches what a language tag starts with; names such as `french` are none here, and `x-none` is what Word writes for no language. */
const tagStart = /^[a-z]{2,3}(?:-|$)/i;

/** Tags that say no language: not determined, none, several. */
const noLanguage = /^(?:und|zxx|mul|mis)(?:-|$)/i;

/** The language that an attribute states, as a canonical BCP 47 tag: `FR-ca` → `fr-CA`; `null` where it states none. */
export function foreignLanguage(value: string): string | null {
  const tag = value.trim();
  return tagStart.test(tag) && !noLanguage.test(tag) ? languageTag(tag) : null;
}

/** `fr-CA` → `fr`: between the kinds of one language no reader switches. */
export function primaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}
