import type { Edit } from './flatText.ts';
import type { LanguageMarks } from './languageMarks.ts';
import type { UntouchedText } from './untouchedText.ts';

/** Matches ` !`, `?!`, ` :`; with the space before it where there is one. */
const highPunctuation = /(?<before>[\p{L}\p{N}\p{M})\]%…."”’])(?<space> ?)(?<marks>[;:!?]+)(?=[\s)\]"”’»*…]|$)/gu;

/** Matches `« ` and ` »`, with or without the space. */
const opensGuillemet = /«(?<space> ?)(?=\S)/g;
const closesGuillemet = /(?<=\S)(?<space> ?)»/g;

/**
 * Sets the narrow no-break spaces of French: `Quoi?` and `Quoi ?` → `Quoi\u202f?`, `«Oui»` → `«\u202fOui\u202f»`. Not
 * in times, addresses and emoticons.
 */
export function setSpaces(text: string, marks: LanguageMarks, untouched: UntouchedText): Edit[] {
  const edits: Edit[] = [];
  const add = (at: number, typed: string) => {
    if (!untouched.holds(at + typed.length)) edits.push({ at, length: typed.length, text: '\u202f', kind: 'spaces' });
  };
  if (marks.spacedPunctuation !== '') {
    for (const match of text.matchAll(highPunctuation)) {
      const { before = '', space = '', marks: found = '' } = match.groups ?? {};
      if ([...found].every(mark => marks.spacedPunctuation.includes(mark))) add(match.index + before.length, space);
    }
  }
  if (marks.quoteSpace === '') return edits;
  for (const match of text.matchAll(opensGuillemet)) {
    if (!/[\u00a0\u202f]/.test(text.charAt(match.index + 1))) add(match.index + 1, match.groups?.space ?? '');
  }
  for (const match of text.matchAll(closesGuillemet)) {
    if (!/[\u00a0\u202f]/.test(text.charAt(match.index - 1))) add(match.index, match.groups?.space ?? '');
  }
  return edits;
}
