import type { PersonName, Sourced, StoryField } from '../../book/tree.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { isIsoDate } from '../../text/isoDate.ts';
import { languageTag } from '../../text/languageTag.ts';
import { partRemark } from './bylineRemark.ts';
import type { LabelledLine } from '../voice/knownLabels.ts';
import type { LabelMeaning } from '../voice/labelWords.ts';
import { isFullName, isSameName, readPersons } from './personName.ts';

/** What a text says about itself: a reading's own facts, or those of a header that is being read. */
export interface StoryFacts {
  readonly title: Sourced<string> | null;
  readonly authors: readonly Sourced<PersonName>[];
  readonly language: Sourced<string> | null;
  readonly date: Sourced<string> | null;
  readonly fields: readonly StoryField[];
}

/** Where a fact stands and how sure it is. */
export interface FactSource {
  readonly span: SourceSpan;
  readonly confidence: number;
}

type FactMeaning = Exclude<LabelMeaning, { readonly kind: 'matter' }>;

/** The facts with those of one more labelled line; the first title, date and language that are stated count. */
export function withLabelledFact(
  facts: StoryFacts,
  line: LabelledLine,
  meaning: FactMeaning,
  source: FactSource,
): StoryFacts {
  // prettier-ignore
  const { label, value } = line;
  if (value === '') return facts;
  const field = (key: string, text = value): StoryFacts => ({ ...facts, fields: [...facts.fields, { key, label, value: text, span: source.span }] }); // prettier-ignore
  const sourced = <T>(text: T): Sourced<T> => ({
    text,
    origin: 'text',
    confidence: source.confidence,
    span: source.span,
  });
  switch (meaning.kind) {
    case 'title':
      return withTitle(facts, value, source);
    case 'author':
      return withRemarkedAuthors(facts, value, source, /s$|^авторы$/i.test(label));
    case 'date':
      return { ...field('date'), date: facts.date ?? (isIsoDate(value) ? sourced(value) : null) };
    case 'language': {
      const tag = languageTag(value);
      return { ...field('language'), language: facts.language ?? (tag === null ? null : sourced(tag)) };
    }
    case 'field':
      return field(
        meaning.key === 'fandom' && relationshipCategory.test(value) ? 'relationship-category' : meaning.key,
      );
  }
}

const maxAuthorLength = 200;

/** The facts with the author that a label names, and what the line says after the name as a field: `Nell (formerly of the Lamp list)`. */
function withRemarkedAuthors(facts: StoryFacts, value: string, source: FactSource, isPlural: boolean): StoryFacts {
  const hasAddress = /https?:|www\./.test(value) || readPersons(value).emails.length > 0;
  const parted = isPlural || hasAddress || value.length > maxAuthorLength ? null : partRemark(value);
  if (parted === null || !isFullName(parted.name)) return withAuthors(facts, value, source, isPlural);
  const remark = { key: 'author-remark', label: 'Author’s remark', value: parted.remark, span: source.span };
  return withAuthors({ ...facts, fields: [...facts.fields, remark] }, parted.name, source);
}

/** The facts with a title, if they have none yet; which part of a story posted in parts it names is a field: `Tides (1/3)`. */
export function withTitle(facts: StoryFacts, text: string, source: FactSource): StoryFacts {
  const { title: words, part } = splitPart(withoutMarks(text));
  const title = withoutMarks(words);
  const titled = { ...facts, title: facts.title ?? { text: title, origin: 'text' as const, ...source } };
  if (part === null) return titled;
  return { ...titled, fields: [...facts.fields, { key: 'part', label: 'Part', value: part, span: source.span }] };
}

/** What the Archive of Our Own calls a category is no fandom: `M/M`, `Gen`. */
const relationshipCategory = /^(?:(?:F\/F|F\/M|M\/M|Gen|Multi|Other)(?:, |$))+$/;

/** The facts with the persons that a byline names; one who is named already, in whatever form, stays as she was named first. */
export function withAuthors(facts: StoryFacts, value: string, source: FactSource, isPlural = false): StoryFacts {
  const { persons, emails } = readPersons(value, isPlural);
  const added = persons.filter(({ name }) => !facts.authors.some(author => isSameName(author.text.name, name)));
  const authors = added.map((person): Sourced<PersonName> => ({ text: person, origin: 'text', confidence: source.confidence, span: source.span })); // prettier-ignore
  const fields = emails
    .filter(email => !facts.fields.some(field => field.value === email))
    .map(email => ({ key: 'email', label: 'E-mail', value: email, span: source.span }));
  return { ...facts, authors: [...facts.authors, ...authors], fields: [...facts.fields, ...fields] };
}

/** A title without the quotation marks, brackets and signs of emphasis that are put around all of it: `"Smoke"` → `Smoke`, `《海》` → `海`. */
export function withoutMarks(title: string): string {
  const bare = title.replace(/^[*_~\s]+|[*_~\s]+$/g, '');
  return /^["“«„]([^"“”«»„]+)["”»“]$|^[《〈]([^《》〈〉]+)[》〉]$/.exec(bare)?.slice(1).find(Boolean) ?? bare;
}

/** Matches the `(1/3)`, `[2/?]`, `- 4/5` after a title. */
const partOfTitle = /\s*(?:[-–—:,]\s*)?(?:(?:part|chapter)\s*)?[([]?(?:(?:part|chapter)\s*)?(?<part>\d{1,3}\s?\/\s?(?:\d{1,3}|\?|x))[)\]]?$/i; // prettier-ignore

/** Which part of a story posted in parts a title names: `Tides (1/3)` → `Tides`, `1/3`. */
function splitPart(title: string): { readonly title: string; readonly part: string | null } {
  const found = title.length > 300 ? null : partOfTitle.exec(title);
  if (found === null || found.index === 0) return { title, part: null };
  return { title: title.slice(0, found.index), part: (found.groups?.part ?? '').replace(/\s/g, '') };
}
