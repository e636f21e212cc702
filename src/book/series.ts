import type { BookLabels } from './labels.ts';
import { visibleText } from './titles.ts';
import type { SeriesPlace, Sourced, StoryField } from './tree.ts';

/** The labels under which a series is named; "Part", "Sequel to" and the like say something else. */
const seriesLabel = /^(?:series|serie|série|reihe|серия|цикл|серія|σειρά|系列)$/iu;

/** Matches the `Part 2 of The Lamp Cycle` of AO3, `Teil 2 von …`, `Partie 2 de …`, `Parte 2 de …`, `Часть 2 серии …`. */
const partOf = /^(?:part|book|teil|partie|parte|часть)\s+(?<position>\d{1,4}(?:\.\d{1,2})?)\s+(?:of|in|von|aus|de|di|серии|цикла)(?:\s+(?:the series|der serie|la série))?:?\s+(?<name>\S.*)$/iu; // prettier-ignore

/** Matches `The Lamp Cycle #2`, `The Lamp Cycle, Book 2`, `The Lamp Cycle (2/5)`, `The Lamp Cycle [2]`; not `Apollo 11`, whose number is the name's. */
const numbered = /^(?<name>.*[^\s,;:])\s*(?:[,;:]?\s*(?:#|(?:book|part|no\.?|vol\.?|volume|teil|band)\s+)(?<number>\d{1,4}(?:\.\d{1,2})?)|[([]#?(?<bracketed>\d{1,4})(?:\s?(?:\/|of)\s?(?:\d{1,4}|\?))?[)\]])$/iu; // prettier-ignore

/**
 * The series that a text's fields name, and the place in it where they say one. Of several the first: AO3 joins them
 * with commas, which a name may have as well, so a second counts only where it says its own part.
 */
export function seriesOfFields(fields: readonly StoryField[]): Sourced<SeriesPlace> | null {
  const field = fields.find(({ key, label }) => key === 'series' && seriesLabel.test(label.trim()));
  if (field === undefined) return null;
  const series = readSeries(field.value);
  if (series === null) return null;
  return { text: series, origin: 'text', confidence: 1, ...(field.span === undefined ? {} : { span: field.span }) };
}

/** Series of one work in a list of several: cut before the next `Part 3 of`. */
const nextPart = /,?\s+(?=part \d{1,4} of )/iu;

/** AO3's links to the works before and after, as its page has them around the series: `← Previous Work`, `Next Work →`. */
const stepLinks = /^\s*←?\s*previous work\s*|\s*next work\s*→?\s*$/giu;

/** A longer text is a remark, and names no series. */
const maxSeriesLength = 200;

/** `Part 2 of The Lamp Cycle` → the name and 2; `The Lamp Cycle` → the name alone; `null` for nothing, and for a mere number. */
export function readSeries(value: string): SeriesPlace | null {
  if (value.length > maxSeriesLength) return null;
  const first = visibleText(value, '').replace(stepLinks, '').split(nextPart)[0] ?? '';
  const { position, name } = partOf.exec(first)?.groups ?? {};
  if (position !== undefined && name !== undefined) return { name, position: Number(position) };
  const counted = numbered.exec(first)?.groups;
  const number = counted?.number ?? counted?.bracketed;
  if (counted?.name !== undefined && number !== undefined) return { name: counted.name, position: Number(number) };
  return /\p{L}/u.test(first) && !noSeries.test(first) ? { name: first } : null;
}

/** What people write under "Series" when there is none. */
const noSeries = /^(?:none|no|n\/a|not yet|yes|standalone|stand-alone|one-?shot)\W*$/i;

/** "Part 2 of The Lamp Cycle", for a series that the text's own fields do not show already; `null` for none. */
export function seriesLine(series: Sourced<SeriesPlace> | undefined, labels: BookLabels): string | null {
  if (series === undefined || series.origin !== 'config') return null;
  const { name, position } = series.text;
  const shown = visibleText(name, '');
  return shown === '' ? null : labels.partOfSeries(shown, position === undefined ? null : String(position));
}
