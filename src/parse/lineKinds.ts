import type { Row } from './row.ts';

/** Matches `Title: The Lamp`, `Fandom -- Tidewater`, `E-mail: a@b.c`; not `Then she said: no` (too many words in lower case) or `Oh: it`. */
const label = /^\s*(?:\p{Lu}[\p{L}'’/().-]*(?: [\p{L}'’/().&-]+){0,2}|[A-Z]\/[A-Z])\s?(?::|--|\/\/)\s*\S/u;

/** Whether a line starts as those of a story's header do. */
export function isLabelLine(line: string): boolean {
  return label.test(line.slice(0, 60)) && !/^\s*\S+ ?--/.test(line.slice(0, 60));
}

/** Matches `by Nell Ashgrove`, `von R. Wick`, `Written by Ned`; not `by the river they sat down,`. */
const byline =
  /^\s*(?:(?:[Ww]ritten |[Ss]tory )?[Bb][Yy]|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f|[Dd]i)\s+(?:\p{Lu}[^,;]*|\S+)$/u;

/** Whether a short line names an author under a title. */
export function isBylineLine(line: string): boolean {
  return line.length <= 60 && byline.test(line.trimEnd());
}

/** Matches `- the lamp`, `* a note`, `• tea`; not `-- and then`, `*whispers*`. */
const bullet = /^\s*[-*•·]\s+\S/u;

export function isBulletLine(line: string): boolean {
  return bullet.test(line);
}

/** Who speaks in a text written as a script is. */
export interface Speakers {
  /** Whether a line opens with a speaker: `BG - What?`, `NELL: What?` */
  readonly speaks: (line: string) => boolean;
}

/** Matches `BG - text`, `Φ  - text`, `NELL: text`, `Ned (sighing): text`; not `She left - late - for home`, `Note to self: eat`. */
const speech =
  /^\s*(?<speaker>\p{Lu}[\p{L}\p{N}.'’]{0,15}(?: \p{Lu}[\p{L}\p{N}.'’]{0,15})?)(?: \([^()]{1,40}\))?(?<mark>\s*:|\s+[-–—]) /u;

/** A script has at least so many lines of speech, by at least two who speak again, and a fifth of its lines are such. */
const minSpeeches = 6;
const minSpeakersAgain = 2;
const minSpeechShare = 0.2;

/**
 * Learns from the whole text whether it is a script, and how its speakers are marked. A header's labels occur once each, so
 * they make no script; prose with one "Ned:" now and then has too few.
 */
export function learnSpeakers(rows: readonly Pick<Row, 'text'>[]): Speakers {
  const counts = new Map<string, Map<string, number>>();
  let filled = 0;
  for (const { text } of rows) {
    if (text.trim() !== '') filled++;
    const { speaker, mark } = speech.exec(text.slice(0, 90))?.groups ?? {};
    if (speaker === undefined || mark === undefined) continue;
    const bySpeaker = counts.get(mark.trim()) ?? new Map<string, number>();
    bySpeaker.set(speaker, (bySpeaker.get(speaker) ?? 0) + 1);
    counts.set(mark.trim(), bySpeaker);
  }
  const marks = new Set<string>();
  for (const [mark, bySpeaker] of counts) {
    const speeches = [...bySpeaker.values()].reduce((sum, count) => sum + count, 0);
    const again = [...bySpeaker.values()].filter(count => count > 1).length;
    if (speeches >= Math.max(minSpeeches, filled * minSpeechShare) && again >= minSpeakersAgain) marks.add(mark);
  }
  if (marks.size === 0) return { speaks: () => false };
  return { speaks: line => marks.has(speech.exec(line.slice(0, 90))?.groups?.mark?.trim() ?? '') };
}

/**
 * The column at which the words of a bullet or a speech start, where the lines that go on hang: 5 for `BG - What?`. 0 for a
 * line that nothing hangs from.
 */
export function hangingColumn(line: string, speakers: Speakers): number {
  const start = line.slice(0, 90);
  if (isBulletLine(start)) return /^\s*\S\s+(?:=\s+)?/.exec(start)?.[0].length ?? 0;
  return speakers.speaks(line) ? (speech.exec(start)?.[0].length ?? 0) : 0;
}
