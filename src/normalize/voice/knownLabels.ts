import { labelMeaning, type LabelMeaning, ordinaryWords } from './labelWords.ts';

export { labelMeaning };

/** A line that opens with a known label. */
export interface LabelledLine {
  /** Whether the label is a word that a sentence may open with as well. */
  readonly isOrdinaryWord: boolean;
  readonly label: string;
  readonly meaning: LabelMeaning;
  /** Whether brackets hold label and words together: `(A/N: …)`. */
  readonly isBracketed: boolean;
  /** Whether brackets around the label alone are what parts it from its value: `[Notes] …`. */
  readonly isInBrackets?: boolean;
  /** The words after the label and its separator. */
  readonly value: string;
  /** Characters before the value. */
  readonly labelLength: number;
}

/**
 * Matches `A/N: text`, `**Disclaimer:** text`, `[Rating] - PG`, `AN// text`, `Summary- text`, `Categorie(s): text`,
 * `标题：text`; not `He said: text`, whose label is unknown.
 */
const labelPattern =
  /^(?<open>[*_~[(<【\s]*)(?<label>\p{L}[\p{L}\d'’&.#/+ -]{0,39}?)(?:\((?:e?s|r)\))?(?<close>[*_~\])>】]*)\s*(?<separator>[:：]|\/\/|--|–|—|\s-\s|-\s(?=\S))[*_~\])>]*\s*/u;

/** A label alone on its line, which only matter can have: `Author's Notes`, `SUMMARY`. */
const bareLabelPattern =
  /^[*_~=[(<【\s]*(?<label>\p{L}[\p{L}'’&./ -]{1,29}?)(?<close>[*_~\])>】\s]*)(?<colon>[:：]?)[*_~=\s]*$/u;

/** Matches `A/N So sorry for the wait`, capitals and stroke being enough of a label; not `An old man`. */
const bareNotePattern = /^(?<open>[*_~[(\s]*)(?<label>A\/Ns?|AN)(?<close>[*_~)\]]*)\s+(?=["“\p{Lu}])/u;

/** Reads a known label at the start of a text: `A/N: Takes place…` → `A/N`, author's note, `Takes place…`. */
export function readLabel(text: string): LabelledLine | null {
  return readSeparated(text) ?? readInBrackets(text) ?? readUnseparatedNote(text) ?? readBareLabel(text);
}

/** Matches `[NOTES] Written for a friend.`, `[Rating] PG`, `【作者】海`; not `[Notes]` alone, nor `[She waited.] Then`. */
const inBracketsPattern =
  /^[*_]{0,3}(?:\[(?<label>\p{L}[\p{L}'’&./ -]{0,29})\]|【(?<wide>\p{L}{1,8})】)[*_]{0,3}\s*(?=\S)/u;

/** Brackets that hold a label only part it from its value. A game's `[Warning] Low air` is set so as well. */
/** What a story's screens and games say in brackets as well; these ask for another label near them. */
const statusWords: ReadonlySet<string> = new Set('title|name|level|status|warning|warnings|notes|summary|rating|language|genre|pairing|spoilers|series'.split('|')); // prettier-ignore

function readInBrackets(text: string): LabelledLine | null {
  const match = inBracketsPattern.exec(text);
  const label = (match?.groups?.label ?? match?.groups?.wide ?? '').trim();
  const meaning = labelMeaning(label);
  if (match === null || meaning === null) return null;
  const plain = label.toLowerCase();
  const isOrdinaryWord = ordinaryWords.has(plain) || statusWords.has(plain);
  const value = text.slice(match[0].length).trim();
  return {
    label,
    meaning,
    isOrdinaryWord,
    isBracketed: false,
    isInBrackets: true,
    value,
    labelLength: match[0].length,
  };
}

function readSeparated(text: string): LabelledLine | null {
  const match = labelPattern.exec(text);
  const label = match?.groups?.label?.trim() ?? '';
  const meaning = labelMeaning(label);
  if (match === null || meaning === null) return null;
  const value = text.slice(match[0].length).trim();
  const separator = match.groups?.separator ?? '';
  // Capitals make a label of a word: `AN:`, `NOTE:`.
  const isOrdinaryWord = isOrdinary(label);
  const hasDash = /[-–—]/.test(separator);
  // "Part -- 4/?" and "Notes -- Sorry …" are a header's, whose company is asked for; "For -- and this …" is prose.
  const isSpacedDash = /\s--\s+[\p{Lu}\d]/u.test(match[0] + value.slice(0, 1));
  if (isOrdinaryWord && hasDash && (/^\p{Ll}/u.test(value) || (separator.startsWith('-') && !isSpacedDash))) return null; // prettier-ignore
  const isOpen = /[([]/.test(match.groups?.open ?? '') && !/[)\]]/.test(match.groups?.close ?? '');
  const isBracketed = isOpen && /[)\]]\W?$/.test(text);
  // Brackets around label and words belong together: "(A/N: …)" is shown whole.
  return { label, meaning, isOrdinaryWord, isBracketed, value, labelLength: isBracketed ? 0 : match[0].length };
}

function isOrdinary(label: string): boolean {
  return ordinaryWords.has(label.toLowerCase().replace(/ ?#?\d$/, '')) && label !== label.toUpperCase();
}

function readUnseparatedNote(text: string): LabelledLine | null {
  const match = bareNotePattern.exec(text);
  const label = match?.groups?.label ?? '';
  const meaning = labelMeaning(label);
  if (match === null || meaning === null || (label === 'AN' && text === text.toUpperCase())) return null;
  const isBracketed = /[([]/.test(match.groups?.open ?? '') && !/[)\]]/.test(match.groups?.close ?? '');
  return { label, meaning, isOrdinaryWord: label === 'AN', isBracketed, value: text.slice(match[0].length).trim(), labelLength: isBracketed ? 0 : match[0].length }; // prettier-ignore
}

/** With its ornaments a label alone on its line is no longer than this. */
const maxBareLabelLength = 60;

/** Matches a site's heading over what an author adds: `A note from salt_wife`, `A Note from the Author:`, `A word from the author`. */
const noteFrom = /^\W{0,4}(?:an? )?(?:author['’]s )?(?:(?:note|message|word|few words) from the author|note from (?!(?:the|a|an|my|his|her|our|their|your|home)\b)[\p{L}\p{N}][\p{L}\p{N}_.'’-]*(?: [\p{Lu}\p{N}][\p{L}\p{N}_.'’-]*){0,2})\W{0,4}$/iu; // prettier-ignore

function readBareLabel(text: string): LabelledLine | null {
  if (text.length > maxBareLabelLength) return null;
  if (noteFrom.test(text)) {
    return { label: text, meaning: { kind: 'matter', role: 'authorsNote' }, isOrdinaryWord: true, isBracketed: false, value: '', labelLength: text.length }; // prettier-ignore
  }
  const groups = bareLabelPattern.exec(text)?.groups;
  const label = groups?.label?.trim() ?? '';
  const meaning = labelMeaning(label);
  const hasColon = groups?.colon !== '' || label === 'A/N';
  if (meaning?.kind !== 'matter' || (label.length < 4 && !hasColon)) return null;
  return { label, meaning, isOrdinaryWord: false, isBracketed: false, value: '', labelLength: text.length };
}

/** Matches the labels in `Published:2018-04-02Words:870Chapters:2/2`, as a copied page glues its counts together. */
const gluedLabel = /(?<=[\d)?])(\p{Lu}\p{Ll}+:)(?=\S)/gu;

/** A label is up to three words long where it stands inside a line. */
const maxInnerLabelWords = 3;

/**
 * Reads several labels on one line: `Rating: PG Pairing: A/B` → two. The first has to open the line and none of the
 * others may be a word that a value would have: `Title: Part: One` is one label. Empty where no label opens the line.
 */
export function readLabels(line: string): readonly LabelledLine[] {
  const text = line.length > maxFieldsLength ? line : line.replace(gluedLabel, ' $1 ');
  const first = readLabel(text);
  if (first === null) return [];
  if (first.meaning.kind === 'matter' || first.value === '') return [first];
  const starts = innerLabelStarts(text, text.length - first.value.length);
  if (starts.length === 0) return [first];
  const lines: LabelledLine[] = [{ ...first, value: trimValue(text.slice(text.length - first.value.length, starts[0])) }]; // prettier-ignore
  starts.forEach((start, order) => {
    const read = readSeparated(text.slice(start));
    if (read === null) return;
    const isMatter = read.meaning.kind === 'matter';
    const value = isMatter ? read.value : trimValue(text.slice(start + read.labelLength, starts[order + 1]));
    const count = text.slice(start + read.labelLength, starts[order + 1]).trim();
    // `Comments: 9` among other counts says how many there are.
    if (isMatter && isCount(count))
      lines.push({ ...read, meaning: { kind: 'field', key: read.label.toLowerCase() }, value: count }); // prettier-ignore
    else lines.push({ ...read, value, labelLength: start + read.labelLength });
  });
  return lines;
}

function isCount(value: string): boolean {
  return /^\d[\d.,]*$/.test(value);
}

/** A line of several fields is no longer than this; a longer one is a summary that talks. */
const maxFieldsLength = 1000;

/** Where known labels start inside a line; a note's label is the last, for it may hold anything. */
function innerLabelStarts(text: string, from: number): readonly number[] {
  if (text.length > maxFieldsLength) return [];
  const starts: number[] = [];
  const words = [...text.slice(from).matchAll(/\S+/g)];
  for (const [order, word] of words.entries()) {
    if (!/[^:]:$/.test(word[0]) || order === words.length - 1) continue;
    const found = innerLabel(text, from, words.slice(Math.max(0, order + 1 - maxInnerLabelWords), order + 1));
    if (found === null) continue;
    starts.push(found.start);
    if (found.meaning.kind === 'matter' && !isCount(words[order + 1]?.[0] ?? '')) break;
  }
  return starts;
}

/** The longest known label that the last of these words ends. */
function innerLabel(text: string, from: number, words: readonly RegExpExecArray[]) {
  const end = from + (words.at(-1)?.index ?? 0) + (words.at(-1)?.[0].length ?? 0) - 1;
  for (const word of words) {
    const start = from + word.index + (/^[^\p{L}]*/u.exec(word[0])?.[0].length ?? 0);
    const label = text.slice(start, end);
    const meaning = labelMeaning(label);
    if (meaning !== null && /^\p{Lu}/u.test(label) && !isNeverInside(label, meaning)) return { start, meaning };
  }
  return null;
}

/** Labels that a title or a summary itself is likely to hold: "Star Songs: Part: One". */
function isNeverInside(label: string, meaning: LabelMeaning): boolean {
  if (meaning.kind === 'title') return label.toLowerCase() !== 'title';
  return /^(?:part|parts|for|by|show|song|songs|set|story|an|note|ship|season|episode)$/i.test(label);
}

function trimValue(value: string): string {
  return value.replace(/[\s;|,*_/-]+$/, '').trim();
}
