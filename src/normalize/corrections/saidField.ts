import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { type LabelledLine, readLabel, readLabels } from '../voice/knownLabels.ts';
import type { Override } from './override.ts';
import type { Reading } from '../reading.ts';
import { type FactSource, withAuthors, withLabelledFact, withTitle } from '../opening/storyFacts.ts';

/** Takes over what a line says that the reader calls a title, a byline or a field; `null` when it has no label and needs one. */
export function withSaidField(reading: Reading, text: string, is: Override['is'], span: SourceSpan): Reading | null {
  const source: FactSource = { span, confidence: 1 };
  const labels = readLabels(text);
  const stated = (kind: string) => labels.find(label => label.meaning.kind === kind)?.value;
  if (is === 'title')
    return { ...reading, ...factsOf(withTitle({ ...reading, title: null }, stated('title') ?? plain(text), source)) };
  if (is === 'byline') return { ...reading, ...factsOf(withAuthors(reading, stated('author') ?? plain(text.replace(beforeName, '')), source)) }; // prettier-ignore
  if (readLabel(text)?.value) return { ...reading, ...factsOf(labels.reduce((facts, line) => withLine(facts, line, source), factsOf(reading))) }; // prettier-ignore
  const colon = text.indexOf(':');
  const [label, value] = [text.slice(0, colon).trim(), text.slice(colon + 1).trim()];
  if (colon <= 0 || label === '' || value === '') return null;
  const key = label.toLowerCase().replace(/[\s_]+/g, '-');
  return { ...reading, fields: [...reading.fields, { key, label, value, span }] };
}

type Facts = Parameters<typeof withTitle>[0];

function factsOf({ title, authors, language, date, fields }: Facts): Facts {
  return { title, authors, language, date, fields };
}

/** A summary that is called a field is one by the name of its role. */
function withLine(facts: Facts, line: LabelledLine, source: FactSource): Facts {
  const { meaning } = line;
  const known = meaning.kind === 'matter' ? ({ kind: 'field', key: line.label.toLowerCase().replace(/[\s_]+/g, '-') } as const) : meaning; // prettier-ignore
  return withLabelledFact(facts, line, known, source);
}

function plain(words: string): string {
  return words.replace(/^[*_~\s]+|[*_~\s]+$/g, '');
}

/** Matches the words before a name in a byline: `by `, `Written by: `, `von `. */
const beforeName = /^[\W_]*(?:(?:story |written |posted )?by|par|von|por|door|av)\b\s*:?\s*/i;

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
