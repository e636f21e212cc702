import type { Diagnostic, Report, SourceSpan } from '../diagnostics/diagnostic.ts';
import { describeMissing } from '../fonts/describeMissing.ts';
import { type PageFaultPlace, describePageFaults } from './describePageFaults.ts';
import type { PageFaultKind } from './pageFaults.ts';

/** Collects what could not be set as it should, with the places; reports it once the book is set. */
export interface Findings {
  /** The place that what is noted from now on belongs to. */
  readonly moveTo: (span: SourceSpan | undefined) => void;
  /** Characters that no face of the book can show. */
  readonly noteMissing: (characters: readonly string[]) => void;
  /** A word with more marks on one letter than a line has room for. */
  readonly noteStackedMarks: (word: string) => void;
  /** A word that no line could hold, broken between any two letters. */
  readonly noteBrokenWord: (word: string) => void;
  /** A line that stands out into the margin. */
  readonly noteOverfullLine: (text: string) => void;
  /** What could not be helped on a page, by its folio. */
  readonly notePageFault: (kind: PageFaultKind, folio: string, span: SourceSpan | undefined) => void;
  readonly report: (report: Report) => void;
}

/** Beyond this many different characters the book is in a script the fonts do not have: the rest is one finding. */
const mostReported = 40;

type Place = Pick<Diagnostic, 'span'>;

/** @param language BCP 47, of the book */
export function createFindings(language: string): Findings {
  const missing = new Map<string, { count: number; readonly place: Place }>();
  const others: Diagnostic[] = [];
  const faults = new Map<PageFaultKind, PageFaultPlace[]>();
  let here: Place = {};
  return {
    moveTo: span => {
      if (span !== undefined) here = { span };
    },
    noteMissing: characters => {
      for (const character of characters) {
        const known = missing.get(character);
        if (known === undefined) missing.set(character, { count: 1, place: here });
        else known.count++;
      }
    },
    noteStackedMarks: word => {
      const message = `The word “${shorten(word)}” stacks more marks on a letter than a line has room for; they overprint.`;
      others.push({ code: 'typeset/stacked-marks', severity: 'warning', message, ...here });
    },
    noteBrokenWord: word => {
      const message = `The word “${shorten(word)}” is longer than a line; it is broken where the line ends, without a hyphen.`;
      others.push({ code: 'typeset/broken-word', severity: 'warning', message, ...here });
    },
    noteOverfullLine: text => {
      const message = `The line “${shorten(text)}” does not fit the measure; it stands out into the margin.`;
      others.push({ code: 'typeset/overfull-line', severity: 'warning', message, ...here });
    },
    notePageFault: (kind, folio, span) => {
      const known = faults.get(kind);
      if (known === undefined) faults.set(kind, [{ folio, span }]);
      else known.push({ folio, span });
    },
    report: report => {
      const all = [...missing];
      for (const [character, { count, place }] of all.slice(0, mostReported)) {
        report(missingCharacter(character, count, place, language));
      }
      const rest = all.slice(mostReported).map(([character, { count }]) => ({ character, count }));
      missingRest(rest, language).forEach(report);
      others.forEach(report);
      for (const [kind, places] of faults) for (const finding of describePageFaults(kind, places)) report(finding);
    },
  };
}

function missingCharacter(character: string, count: number, place: Place, language: string): Diagnostic {
  const { kind, hint } = describeMissing(character, language);
  return {
    code: 'fonts/missing-glyph',
    severity: 'warning',
    message: `No font of the book has ${nameCharacter(character, kind)}, which occurs ${countTimes(count)}; a box stands in its place.`,
    hint,
    ...place,
  };
}

interface CountedCharacter {
  readonly character: string;
  readonly count: number;
}

/** One finding for all characters that the same is to be done about. */
function missingRest(rest: readonly CountedCharacter[], language: string): Diagnostic[] {
  const counts = new Map<string, number[]>();
  for (const { character, count } of rest) {
    const { hint } = describeMissing(character, language);
    counts.set(hint, [...(counts.get(hint) ?? []), count]);
  }
  return [...counts].map(([hint, each]) => {
    const sum = each.reduce((total, count) => total + count, 0);
    const [what, occur] =
      each.length === 1 ? ['one more character', 'occurs'] : [`${each.length} more characters`, 'occur'];
    const message = `No font of the book has ${what}, which ${occur} ${countTimes(sum)}; a box stands in each place.`;
    return { code: 'fonts/missing-glyph', severity: 'warning', message, hint };
  });
}

/** Clusters of more code points than this are named by their first ones. */
const mostCodePoints = 4;

/** "“字” (U+5B57, Chinese)"; what cannot be seen is named by its number alone. */
function nameCharacter(cluster: string, kind: string | null): string {
  const characters = Array.from(cluster);
  const shown = characters.slice(0, mostCodePoints);
  const codes = shown.map(
    character => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const name = `${codes.join(' ')}${characters.length > mostCodePoints ? ' …' : ''}`;
  const number = kind === null ? name : `${name}, ${kind}`;
  return /[\p{C}\p{Z}]/u.test(cluster) ? number : `“${shown.join('')}” (${number})`;
}

function countTimes(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** The most characters of a text that a message quotes. */
const mostQuoted = 40;

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, mostQuoted * 2)).slice(0, mostQuoted);
  return text.length > characters.join('').length ? `${characters.join('')}…` : text;
}
