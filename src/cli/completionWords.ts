import type { DescribedOption } from './describedCommand.ts';

/** What may be offered for the value of an option. */
export interface OfferedWords {
  readonly words: readonly string[];
  /** Whether several may be named, parted by commas. */
  readonly isList: boolean;
  /** Whether a file or a folder may be named instead. */
  readonly orFile: boolean;
}

/*
 * The names stand here once more, and not where they come from: to load them from there would part the program's files
 * anew, which every run would pay for. A test compares them.
 */
const editions = ['epub', 'kepub', 'pdf', 'screen', 'print', 'kdp', 'lulu', 'archive'];
const schemes = ['booklet', 'signatures', 'mini-zine', 'quarto', 'octavo', 'cut-and-stack', 'stab'];
const coverStyles = ['woodcut', 'constellation', 'contour', 'botanical', 'deco', 'risograph', 'midcentury', 'typographic', 'clothbound']; // prettier-ignore
const papers = ['A6', 'half-letter', 'A5', 'B5', 'letter', 'A4', 'legal', 'B4', 'tabloid', 'A3', 'SRA3', 'A2'];
const trims = ['A7', 'quarter-letter', 'A6', 'pocket', 'B6', '5x8', '5.25x8', 'half-letter', 'A5', '6x9', 'royal', 'B5', '7x10', 'letter', 'A4']; // prettier-ignore

/** The words for options that take others, too, such as a folder or an edition of one's own. */
export const openWords: Readonly<Record<string, OfferedWords>> = {
  format: { words: [...editions, ...schemes], isList: true, orFile: false },
  theme: { words: ['plain', 'classic', 'zine'], isList: false, orFile: true },
  cover: { words: ['auto', 'none', ...coverStyles], isList: false, orFile: true },
  style: { words: ['auto', ...coverStyles], isList: false, orFile: true },
  paper: { words: papers, isList: false, orFile: false },
  trim: { words: trims, isList: false, orFile: false },
  scheme: { words: schemes, isList: false, orFile: false },
  duplex: { words: ['long', 'short', 'two-passes'], isList: false, orFile: false },
  marks: { words: ['crop', 'fold', 'cut', 'sewing', 'order', 'all', 'none'], isList: true, orFile: false },
  scaling: { words: ['fit', 'actual'], isList: false, orFile: false },
  direction: { words: ['ltr', 'rtl'], isList: false, orFile: false },
  notes: { words: ['keep', 'end', 'drop'], isList: false, orFile: false },
  for: { words: ['kindle', 'kobo', 'apple', 'google'], isList: true, orFile: false },
};

/** What is offered for an option's value; `null` for files and folders. */
export function wordsFor({ name, choices }: DescribedOption): OfferedWords | null {
  if (choices.length > 0) return { words: choices, isList: false, orFile: false };
  return openWords[name] ?? null;
}
