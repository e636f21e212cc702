import { shownFields } from './byline.ts';
import { readIsbn } from '../text/isbn.ts';
import type { BookLabels } from './labels.ts';
import { seriesLine } from './series.ts';
import { visibleText } from './titles.ts';
import type { Anthology, Story } from './tree.ts';

/** A labelled line of the imprint. */
export interface ImprintFact {
  readonly label: string;
  readonly value: string;
  /** BCP 47; the label is in the book's own words, or in those of the text. */
  readonly labelLanguage: string;
  readonly valueLanguage: string;
}

/** Fields that say where a text is from, whose it is and what may be done with it. */
const statedKeys: ReadonlySet<string> = new Set(['source', 'website', 'publisher', 'copyright', 'archive']);

/**
 * Where a story is from and whose it is: what the configuration says, then the text's own fields under their own labels.
 * The names of files on somebody's disk are nobody's statement, and stay out.
 */
export function storyFacts({ metadata }: Story, labels: BookLabels, bookLanguage: string): readonly ImprintFact[] {
  const { source, rights, fields } = metadata;
  const ownLanguage = metadata.language.text;
  const overruled = new Set([
    ...(source?.origin === 'config' ? ['source'] : []),
    ...(rights?.origin === 'config' ? ['copyright'] : []),
  ]);
  const stated = shownFields(fields).filter(({ key }) => statedKeys.has(key) && !overruled.has(key));
  return [
    ...(source?.origin === 'config' ? ownFact(labels.source, source.text, labels, bookLanguage) : []),
    ...(rights?.origin === 'config' ? ownFact(labels.rights, rights.text, labels, bookLanguage) : []),
    ...stated.map(({ label, value }) => ({
      label: visibleText(label),
      value: visibleText(value),
      labelLanguage: ownLanguage,
      valueLanguage: ownLanguage,
    })),
  ];
}

/** What the configuration says of the book; what its only story states is among that story's facts. */
export function bookFacts({ metadata, stories }: Anthology, labels: BookLabels): readonly ImprintFact[] {
  const only = stories.length === 1 ? stories[0].metadata : null;
  const isbn = metadata.identifier === undefined ? null : readIsbn(metadata.identifier);
  const fact = (label: string, value: string | undefined, ofStory?: string) =>
    value === undefined || value === ofStory ? [] : ownFact(label, value, labels, metadata.language);
  const statedSources = stories.map(story => story.metadata.source?.text);
  const sources = (metadata.sources ?? []).filter(source => !statedSources.includes(source));
  return [
    ...fact(labels.series, seriesLine(metadata.series, labels) ?? undefined),
    ...fact(labels.publisher, metadata.publisher, only?.publisher?.text),
    ...fact(isbn === null ? labels.identifier : 'ISBN', isbn ?? metadata.identifier),
    ...sources.flatMap(source => fact(labels.source, source)),
    ...fact(labels.rights, metadata.rights, only?.rights?.text),
  ];
}

function ownFact(label: string, text: string, labels: BookLabels, bookLanguage: string): readonly ImprintFact[] {
  const value = visibleText(text, '');
  return value === '' ? [] : [{ label, value, labelLanguage: labels.language, valueLanguage: bookLanguage }];
}
