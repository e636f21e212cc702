import type { PersonName } from '../../book/tree.ts';
import { fromNumberWords } from '../../text/numberWords.ts';

/** Who wrote something, as its byline or label says: names, and the addresses given with them. */
export interface StatedPersons {
  readonly persons: readonly PersonName[];
  readonly emails: readonly string[];
}

/** Matches `(nell@example.org)`, `<nell AT example.org>`, `- nell@example.org`, `[mailto:nell@example.org]`. */
const address =
  /[\s,;–—-]*[(<[{]?\s*(?:e-?mail:?\s*|mailto:)?(?<email>[\w.+-]{1,64}(?:@| ?[([]at[)\]] ?| AT )[\w-]{1,63}(?:(?:\.| ?[([]dot[)\]] ?| DOT )[\w-]{1,63}){1,4})\s*[)>\]}]?/;

/** Matches the ` (https://example.org/authors/1)` or `, http://example.org` after a name: where its owner's page is. */
const pageAddress = /[\s,;–—-]+[(<[]?(?:https?:\/\/|www\.)[^\s()<>[\]]{3,150}[)>\]]?$/i;

/** Names are no longer than this; what is longer says more than a name. */
const maxPersonsLength = 200;

/**
 * Reads what a byline names: `Teodora Hale   (tea@example.org)` → the name, and the address apart from it; `Ann Lee and
 * Bo Marsh` → two; `Salt & Ink` stays one, for it may be one pen name.
 */
export function readPersons(value: string, isPlural = false): StatedPersons {
  const emails: string[] = [];
  let rest = value.slice(0, maxPersonsLength);
  for (let found = address.exec(rest); found !== null && emails.length < 3; found = address.exec(rest)) {
    emails.push(found.groups?.email ?? '');
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim();
  }
  rest = rest.replace(pageAddress, '');
  rest = value.length > maxPersonsLength ? value : withoutRemnants(rest);
  // An address with nothing else is all that is known of the author: `Author: nell@example.org`.
  const names = rest === '' ? emails.map(email => email.split(/@| |\(|\[/)[0] ?? email) : splitNames(rest, isPlural);
  return { persons: names.map(name => ({ name })), emails };
}

function withoutRemnants(text: string): string {
  return text
    .replace(/^["“(<[*_~\s]+(?=\p{L})|[\s*_~,;:–—-]+$/gu, '')
    .replace(/^([^()[\]]*)[\])]$|^([^"“”]*)["”]$/, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

function splitNames(text: string, isPlural: boolean): readonly string[] {
  const parts = text.split(isPlural ? /\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*/ : /\s+(?:and|und|et|y)\s+/);
  const areNames = parts.every(part => /^[\p{Lu}\p{Lo}\p{N}_]/u.test(part));
  const areFull = isPlural || parts.every(part => part.includes(' '));
  return parts.length > 1 && areNames && areFull ? parts.filter(part => part !== '') : [text];
}

const particles = new Set(['van', 'von', 'der', 'den', 'de', 'del', 'du', 'di', 'da', 'dos', 'la', 'le', 'y', 'e', 'and', '&', 'und', 'et', 'ter', 'zu', 'al', 'el', 'bin', 'ibn']); // prettier-ignore

/** Matches `Michelle`, `Ludwig van Beethoven`, `prospero_s_clockmaker`, `J. Doe`; not `the River`, `Monday morning`. */
export function looksLikeName(name: string): boolean {
  const words = name.split(' ');
  if (words.length === 1) return true;
  const isCapitalized = (word: string) => /^[^\p{L}]*[\p{Lu}\p{Lo}]|[\d_]/u.test(word) || particles.has(word);
  return words.every(isCapitalized) && !/^(?:the|a|an)\b/i.test(name);
}

/**
 * Whether a line is a person's name in full, for a place where nothing else says so: `Nell Ashgrove`, `E. M. Hale`; not
 * `Nell`, `The Harbour`, `Salt and Ink`, `Chapter One`, `Eleven Lamps`.
 */
export function isFullName(text: string): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > 4 || text.length > 40) return false;
  const isNameWord = (word: string) => /^\p{Lu}(?:\p{Ll}[\p{L}'’-]*|\.(?:-?\p{Lu}\.)*)$/u.test(word) || particles.has(word); // prettier-ignore
  return (
    words.every(isNameWord) &&
    fromNumberWords(words[0] ?? '') === null &&
    !commonOpeners.test(text) &&
    !/\b(?:and|et|und|&)\b/.test(text)
  );
}

const commonOpeners =
  /^(?:the|le|la|les|l['’]|une?|der|die|das|eine?|el|los|las|una|il|lo|gli|os|as|uma|het|een|a|an|my|his|her|our|their|your|this|that|in|on|at|of|for|to|from|with|and|but|chapter|part|book|act|scene|prologue|epilogue|dear|hello|good|happy|merry|some|no|one|two|three|after|before|when|where|what|why|how)\b/i;

/** Whether two forms of a name are one person's: `SIR ARTHUR HALE` and `Arthur Hale`, `Hale, Arthur`. */
export function isSameName(left: string, right: string): boolean {
  const [some, others] = [nameWords(left), nameWords(right)];
  const [fewer, more] = some.length <= others.length ? [some, new Set(others)] : [others, new Set(some)];
  return fewer.length > 0 && fewer.every(word => more.has(word)) && (fewer.length > 1 || more.size === 1);
}

function nameWords(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
