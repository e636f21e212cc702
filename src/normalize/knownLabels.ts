import type { MatterRole } from '../book/tree.ts';

/** What a label at the head of a story says about the words after it. */
export type LabelMeaning =
  | { readonly kind: 'title' | 'author' | 'date' | 'language' }
  | { readonly kind: 'field'; readonly key: string }
  | { readonly kind: 'matter'; readonly role: MatterRole };

/** Labels by what they mean, in lower case, apostrophes and plural marks as they are found in story files. */
const matterLabels: Readonly<Partial<Record<MatterRole, string>>> = {
  summary: 'summary|story summary|blurb|synopsis|teaser',
  disclaimer: 'disclaimer|disclaimers|standard disclaimer|the usual disclaimer|legal|legal stuff',
  authorsNote: `a/n|an|a.n.|a/ns|author's note|author's notes|authors note|authors notes|authors' note|authors' notes|author note|author notes|note from the author|note|notes|story notes|chapter notes|edit`, // prettier-ignore
  endNotes: 'end notes|end note|endnotes|endnote|closing notes',
  translatorsNote: `translator's note|translator's notes|translators note|t/n`,
  transcribersNote: `transcriber's note|transcriber's notes|transcriber’s note`,
  acknowledgments:
    'acknowledgments|acknowledgements|acknowledgment|acknowledgement|thanks|thanks to|many thanks|credits',
  dedication: 'dedication|dedicated to|for',
  epigraph: 'epigraph',
  warnings: 'warnings for this chapter',
  feedback: 'feedback|c&c|comments|concrit|reviews',
};

const fieldLabels: Readonly<Record<string, string>> = {
  fandom: 'fandom|fandoms|category|categories|show|series fandom',
  rating: 'rating|rated|ratings',
  pairing: 'pairing|pairings|relationship|relationships|ship|ships|paring|couple',
  characters: 'character|characters',
  genre: 'genre|genres|classification|type',
  codes: 'codes|code|keywords|keyword|tags|tag|additional tags|freeform tags',
  warnings:
    'warning|warnings|tw|trigger warning|trigger warnings|content warning|content warnings|archive warning|archive warnings',
  spoilers: 'spoiler|spoilers',
  timeline: 'timeline|time line|setting|set|time frame|timeframe',
  series: 'series|universe|sequel to|prequel to|part',
  status: 'status|complete|completed',
  words: 'words|word count|wordcount|length',
  chapters: 'chapters',
  email: 'e-mail|email|author e-mail|author email|e-mail address|contact',
  website: 'website|web site|homepage|url|web page|webpage',
  archive: 'archive|archiving|distribution|archived',
  beta: `beta|betas|beta'd by|betaed by|beta reader|beta readers`,
  challenge: 'challenge|prompt|prompts|written for',
  copyright: 'copyright|rights',
  playlist: 'playlist|soundtrack|music',
  cast: 'cast|starring',
  updated: 'updated|last updated',
  publisher: 'publisher',
  source: 'source|story url|storyurl|link',
};

const meanings: ReadonlyMap<string, LabelMeaning> = new Map<string, LabelMeaning>([
  ...spread('title|story|story title', { kind: 'title' }),
  ...spread('author|authors|by|written by|pen name|penname|writer|creator', { kind: 'author' }),
  ...spread('date|posted|written|date posted|date written|published|first published|publication date', {
    kind: 'date',
  }),
  ...spread('language|lang', { kind: 'language' }),
  ...Object.entries(fieldLabels).flatMap(([key, labels]) => spread(labels, { kind: 'field', key })),
  ...Object.entries(matterLabels).flatMap(([role, labels]) =>
    isMatterRole(role) ? spread(labels, { kind: 'matter', role }) : [],
  ),
]);

function spread(labels: string, meaning: LabelMeaning): [string, LabelMeaning][] {
  return labels.split('|').map(label => [label, meaning]);
}

function isMatterRole(role: string): role is MatterRole {
  return Object.hasOwn(matterLabels, role);
}

/** What a label means, whatever its case, quotes and spacing; `null` for one that is not known. */
export function labelMeaning(label: string): LabelMeaning | null {
  const plain = label
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[\s_]+/g, ' ')
    .trim();
  return meanings.get(plain) ?? null;
}

/** Labels that narrative opens with as well: "For -- as everyone knew -- …", "Set: that was the word", a letter's "Note: …". */
const ordinaryWords = new Set(
  'note|notes|for|part|set|setting|show|an|by|edit|thanks|many thanks|credits|type|length|story|date|written|posted|complete|completed|music|cast|starring|link|code|ship|couple|comments|reviews|legal|source|contact|updated|published|writer|words|chapters|character|characters|category|archive|status|rated|universe|prompt|challenge'.split(
    '|',
  ),
);

/** A line that opens with a known label. */
export interface LabelledLine {
  /** Whether the label is a word that a sentence may open with as well. */
  readonly isOrdinaryWord: boolean;
  readonly label: string;
  readonly meaning: LabelMeaning;
  /** Whether brackets hold label and words together: `(A/N: …)`. */
  readonly isBracketed: boolean;
  /** The words after the label and its separator. */
  readonly value: string;
  /** Characters before the value. */
  readonly labelLength: number;
}

/** Matches `A/N: text`, `**Disclaimer:** text`, `[Rating] - PG`, `AN// text`; not `He said: text`, whose label is unknown. */
const labelPattern =
  /^(?<open>[*_~[(<\s]*)(?<label>\p{L}[\p{L}'’&./ -]{0,24}?)(?<close>[*_~\])>]*)\s*(?<separator>:|\/\/|--|–|—|\s-\s)[*_~\])>]*\s*/u;

/** A label alone on its line, which only matter can have: `Author's Notes`, `SUMMARY`. */
const bareLabelPattern = /^[*_~[(<\s]*(?<label>\p{L}[\p{L}'’&./ -]{2,24}?)[*_~\])>:\s]*$/u;

/** Reads a known label at the start of a text: `A/N: Takes place…` → `A/N`, author's note, `Takes place…`. */
export function readLabel(text: string): LabelledLine | null {
  const match = labelPattern.exec(text);
  const label = match?.groups?.label?.trim() ?? '';
  const meaning = labelMeaning(label);
  if (match !== null && meaning !== null) {
    const value = text.slice(match[0].length).trim();
    // Capitals make a label of a word: `AN:`, `NOTE:`.
    const isOrdinaryWord = ordinaryWords.has(label.toLowerCase()) && label !== label.toUpperCase();
    const hasDash = /[-–—]/.test(match.groups?.separator ?? '');
    if (isOrdinaryWord && hasDash && /^\p{Ll}/u.test(value)) return null;
    const isOpen = /[([]/.test(match.groups?.open ?? '') && !/[)\]]/.test(match.groups?.close ?? '');
    const isBracketed = isOpen && /[)\]]\W?$/.test(text);
    // Brackets around label and words belong together: "(A/N: …)" is shown whole.
    return { label, meaning, isOrdinaryWord, isBracketed, value, labelLength: isBracketed ? 0 : match[0].length };
  }
  const bare = bareLabelPattern.exec(text)?.groups?.label?.trim() ?? '';
  const bareMeaning = labelMeaning(bare);
  if (bareMeaning?.kind !== 'matter' || bare.length < 4) return null;
  return {
    label: bare,
    meaning: bareMeaning,
    isOrdinaryWord: false,
    isBracketed: false,
    value: '',
    labelLength: text.length,
  };
}
