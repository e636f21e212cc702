import { type CoverTrait, coverTraits } from './coverTrait.ts';
import { traitWords } from './traitWords.ts';

/** What of a book is looked through for traits. */
export interface TraitSources {
  readonly title: string | null;
  readonly subtitle: string | null;
  /** Genres, fandoms, tags and keywords, one by one. */
  readonly subjects: readonly string[];
  /** What a blurb or summary says. */
  readonly descriptions: readonly string[];
  /** The beginning of the text; empty where it is not to count. */
  readonly text: string;
  readonly isCollection: boolean;
}

export type TraitSource = 'title' | 'subjects' | 'description' | 'text' | 'form';

/** A trait that a book has, as far as its words tell, with the word that tells it. Nothing of it is ever shown as a fact. */
export interface FoundTrait {
  readonly trait: CoverTrait;
  readonly weight: number;
  readonly source: TraitSource;
  readonly word: string;
}

/** A word that somebody chose for a shelf says more than one in a blurb; the text only tells by many words of a kind. */
const weights = { subjects: 3, title: 3, description: 1, text: 1, form: 1 } as const;

/** The traits of a book, the surest first, each once. */
export function findTraits(sources: TraitSources): readonly FoundTrait[] {
  const found: FoundTrait[] = [
    ...traitsIn(sources.subjects.join(' · '), 'subjects'),
    ...traitsIn([sources.title ?? '', sources.subtitle ?? ''].join(' · '), 'title'),
    ...traitsIn(sources.descriptions.join(' · '), 'description'),
    ...frequentTraits(sources.text),
    ...(sources.isCollection
      ? [{ trait: 'collection', weight: weights.form, source: 'form', word: 'several stories' } as const]
      : []),
  ];
  const kept = new Map<CoverTrait, FoundTrait>();
  for (const each of found) {
    const known = kept.get(each.trait);
    if (known === undefined) kept.set(each.trait, each);
    else kept.set(each.trait, { ...known, weight: Math.min(heaviest, known.weight + each.weight / 2) });
  }
  return [...kept.values()].sort(
    (first, second) =>
      second.weight - first.weight || coverTraits.indexOf(first.trait) - coverTraits.indexOf(second.trait),
  );
}

/** However often a thing is said, it is said. */
const heaviest = 4.5;

function traitsIn(words: string, source: 'title' | 'subjects' | 'description'): FoundTrait[] {
  return occurrences(words).map(({ trait, word }) => ({ trait, weight: weights[source], source, word }));
}

interface Occurrence {
  readonly trait: CoverTrait;
  readonly word: string;
}

/** So many words of a kind in the beginning of a text make it a trait: one more or less, a mended typo, seldom counts. */
const fewestInText = 14;
const mostTextCharacters = 60_000;

/** Moods and kinds of stories cannot be told from single words of a text; places and times can. */
const toldByText: ReadonlySet<CoverTrait> = new Set([
  'city', 'country', 'garden', 'mountains', 'sea', 'space', 'travel', 'woods', 'winter',
] satisfies CoverTrait[]); // prettier-ignore

function frequentTraits(text: string): FoundTrait[] {
  const counts = new Map<CoverTrait, { count: number; word: string }>();
  for (const { trait, word } of occurrences(text.slice(0, mostTextCharacters))) {
    if (!toldByText.has(trait)) continue;
    const known = counts.get(trait);
    if (known === undefined) counts.set(trait, { count: 1, word });
    else known.count += 1;
  }
  return [...counts].flatMap(([trait, { count, word }]) =>
    count >= fewestInText ? [{ trait, weight: weights.text, source: 'text' as const, word }] : [],
  );
}

function occurrences(words: string): Occurrence[] {
  const { whole, beginnings, phrases } = wordTable();
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const found: Occurrence[] = [];
  for (const [phrase, trait] of phrases) if (plain.includes(phrase)) found.push({ trait, word: phrase });
  // Matches `sci-fi`, `sea`, `1920s`; an apostrophe parts words.
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) {
    for (const trait of whole.get(word) ?? []) found.push({ trait, word });
    for (let length = Math.min(word.length, longestBeginning); length >= shortestBeginning; length -= 1) {
      for (const trait of beginnings.get(word.slice(0, length)) ?? []) found.push({ trait, word });
    }
  }
  return found;
}

const shortestBeginning = 3;
const longestBeginning = 14;

interface WordTable {
  readonly whole: ReadonlyMap<string, readonly CoverTrait[]>;
  readonly beginnings: ReadonlyMap<string, readonly CoverTrait[]>;
  readonly phrases: readonly (readonly [phrase: string, trait: CoverTrait])[];
}

let table: WordTable | null = null;

function wordTable(): WordTable {
  if (table !== null) return table;
  const whole = new Map<string, CoverTrait[]>();
  const beginnings = new Map<string, CoverTrait[]>();
  const phrases: [string, CoverTrait][] = [];
  for (const trait of coverTraits) {
    for (const entry of traitWords[trait].split(' ').filter(word => word !== '')) {
      if (entry.includes('·')) phrases.push([entry.replaceAll('·', ' ').replace('*', ''), trait]);
      else if (entry.endsWith('*')) add(beginnings, entry.slice(0, -1), trait);
      else add(whole, entry, trait);
    }
  }
  return (table = { whole, beginnings, phrases });
}

function add(map: Map<string, CoverTrait[]>, word: string, trait: CoverTrait): void {
  map.set(word, [...(map.get(word) ?? []), trait]);
}
