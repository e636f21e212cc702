/** A mark as it is typed: in the text behind a word, and before the words of its note. */
export interface TypedMark {
  /** How it stands in the text: `[1]`, `(1)`, `*`, `¹`. */
  readonly typed: string;
  /** What a book shows: `1`, `*`. */
  readonly label: string;
  /** Characters of the note before its words. */
  readonly length: number;
}

/** The kinds of marks; those of one list are of one kind. */
export type MarkFamily = 'square' | 'round' | 'symbols' | 'raised';

interface Family {
  readonly name: MarkFamily;
  /** The start of a note. */
  readonly note: RegExp;
  /** A mark behind a word, with its label as the first group. */
  readonly inText: RegExp;
}

/** Matches `[1] A boat.` and `cog[1]`; `(1) A boat.` and `cog (1)`; `* A boat.` and `cog*`; `¹ A boat.` and `cog¹`. */
const families: readonly Family[] = [
  { name: 'square', note: /^\[(\d{1,4})\][:.]?\s*(?=\S)/, inText: /(?<=\S ?)\[(\d{1,4})\]/g },
  { name: 'round', note: /^\((\d{1,4})\)\s+(?=\S)/, inText: /(?<=\S ?)\((\d{1,4})\)/g },
  { name: 'symbols', note: /^(\*{1,4}|[†‡§]{1,2})\s?(?=["“'‘(]?\p{L})/u, inText: /(?<=[\p{L}\p{N}\p{P}])(?<![*†‡§])(\*{1,4}|[†‡§]{1,2})(?![*†‡§\p{L}\p{N}])/gu },
  { name: 'raised', note: /^([¹²³⁰⁴-⁹]{1,4})\s?(?=\S)/u, inText: /(?<=[\p{L}\p{P}])([¹²³⁰⁴-⁹]{1,4})(?![¹²³⁰⁴-⁹])/gu },
]; // prettier-ignore

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark that a text starts with as a note does, and of what kind it is; `null` where there is none. */
export function readTypedMark(text: string): (TypedMark & { readonly family: MarkFamily }) | null {
  for (const { name, note } of families) {
    const [all, label] = note.exec(text) ?? [];
    if (all === undefined || label === undefined) continue;
    return { family: name, typed: typedAs(name, label), label: shown(label), length: all.length };
  }
  return null;
}

function typedAs(family: MarkFamily, label: string): string {
  if (family === 'square') return `[${label}]`;
  return family === 'round' ? `(${label})` : label;
}

/** `¹²` → `12`. */
function shown(label: string): string {
  return label.replace(/[¹²³⁰⁴-⁹]/g, digit => String(raised.indexOf(digit)));
}

/** Every mark of a kind behind a word of a text, in order, as it is typed and where. */
export function marksInText(text: string, family: MarkFamily): { readonly typed: string; readonly at: number }[] {
  const { inText = /(?!)/g } = families.find(({ name }) => name === family) ?? {};
  return Array.from(text.matchAll(inText), match => ({ typed: match[0], at: match.index }));
}
