import type { SourceSpan } from '../diagnostics/diagnostic.ts';
import { isIsoDate } from '../text/isoDate.ts';
import { languageTag } from '../text/languageTag.ts';
import { labelMeaning, readLabel } from './knownLabels.ts';
import type { Override } from './override.ts';
import type { Reading } from './reading.ts';
import { withAuthors } from './storyFacts.ts';

/** A line that says something of the story: "Rating: PG", a title, a byline. */
interface SaidField {
  readonly label: string;
  readonly value: string;
}

/** Takes over what a line says that the reader calls a title, a byline or a field; `null` when it has no label and needs one. */
export function withSaidField(reading: Reading, text: string, is: Override['is'], span: SourceSpan): Reading | null {
  const field = fieldOfLine(text, is);
  if (field === null) return null;
  const { label, value } = field;
  const said = { origin: 'text', confidence: 1, span } as const;
  const meaning = labelMeaning(label);
  const key = meaning?.kind === 'field' ? meaning.key : label.toLowerCase().replace(/[\s_]+/g, '-');
  const fields = [...reading.fields, { key: meaning === null || meaning.kind === 'field' ? key : meaning.kind, label, value, span }]; // prettier-ignore
  const tag = meaning?.kind === 'language' ? languageTag(value) : null;
  switch (meaning?.kind) {
    case 'title':
      return { ...reading, title: { ...said, text: value } };
    case 'author':
      return { ...reading, ...withAuthors(reading, value, said) };
    case 'date':
      return { ...reading, fields, date: reading.date ?? (isIsoDate(value) ? { ...said, text: value } : null) };
    case 'language':
      return { ...reading, fields, language: reading.language ?? (tag === null ? null : { ...said, text: tag }) };
    case 'field':
    case 'matter':
    case undefined:
      return { ...reading, fields };
  }
}

/** Matches the words before a name in a byline: `by `, `Written by: `, `von `. */
const beforeName = /^[\W_]*(?:(?:story |written |posted )?by|par|von|por|door|av)\b\s*:?\s*/i;

function fieldOfLine(text: string, is: Override['is']): SaidField | null {
  const label = readLabel(text);
  const plain = (words: string) => words.replace(/^[*_~\s]+|[*_~\s]+$/g, '');
  if (is === 'title') return { label: 'title', value: label?.meaning.kind === 'title' ? label.value : plain(text) };
  if (is === 'byline') return { label: 'author', value: label?.meaning.kind === 'author' ? label.value : plain(text.replace(beforeName, '')) }; // prettier-ignore
  if (label !== null && label.value !== '') return label;
  const colon = text.indexOf(':');
  const [ownLabel, value] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  return colon > 0 && ownLabel !== '' && value !== '' ? { label: ownLabel, value } : null;
}

/** A reading without what it knows from lines that are something else. */
export function factsWithout(reading: Reading, lines: SourceSpan): Reading {
  const isFrom = (span: SourceSpan | undefined) => isWithin(span, lines);
  const unless = <Fact extends { readonly span?: SourceSpan }>(fact: Fact | null) => (fact !== null && isFrom(fact.span) ? null : fact); // prettier-ignore
  return {
    ...reading,
    title: unless(reading.title),
    language: unless(reading.language),
    date: unless(reading.date),
    authors: reading.authors.filter(({ span }) => !isFrom(span)),
    fields: reading.fields.filter(({ span }) => !isFrom(span)),
  };
}

/** A reading that is sure of what it knows from some lines. */
export function surerFacts(reading: Reading, lines: SourceSpan): Reading {
  const surer = <Fact extends { readonly span?: SourceSpan; readonly confidence: number }>(fact: Fact): Fact => isWithin(fact.span, lines) ? { ...fact, confidence: 1 } : fact; // prettier-ignore
  return {
    ...reading,
    title: reading.title === null ? null : surer(reading.title),
    language: reading.language === null ? null : surer(reading.language),
    date: reading.date === null ? null : surer(reading.date),
    authors: reading.authors.map(surer),
  };
}

function isWithin(span: SourceSpan | undefined, { file, lines }: SourceSpan): boolean {
  return span?.file === file && span.lines[0] >= lines[0] && span.lines[1] <= lines[1];
}
