import type { PersonName, Sourced, StoryField } from '../book/tree.ts';
import { isIsoDate } from '../text/isoDate.ts';
import { languageTag } from '../text/languageTag.ts';
import { labelMeaning } from './voice/knownLabels.ts';
import type { Pass, Reading, StatedMatter } from './reading.ts';

/** Reads the fields that a file states about itself in its front matter; they count as the text's own words. */
export const readStatedFields: Pass = {
  name: 'read-stated-fields',
  run: reading => reading.manuscript.fields.reduce(readField, reading),
};

function readField(reading: Reading, field: Reading['manuscript']['fields'][number]): Reading {
  const { key, values, span } = field;
  const label = field.label ?? labelOfKey(key);
  const value = values.join(', ');
  const stated = { origin: 'text', confidence: 1, span } as const;
  const ownKey = key.toLowerCase().replace(/[\s_]+/g, '-');
  const meaning = labelMeaning(key) ?? { kind: 'field', key: ownKey };
  if (reading.manuscript.statedStory?.isWhole === true) {
    // What else the story states of itself stands elsewhere in it; here it is shown as it was.
    const shown = meaning.kind === 'field' ? meaning.key : meaning.kind === 'matter' ? ownKey : meaning.kind;
    return withField(reading, { key: shown, label, value, span });
  }
  switch (meaning.kind) {
    case 'title':
      return { ...reading, title: reading.title ?? { ...stated, text: value } };
    case 'author': {
      // Each file of a story may name its author.
      const known = new Set(reading.authors.map(({ text }) => text.name));
      const unknown = values.filter(name => !known.has(name));
      const authors = unknown.map((name): Sourced<PersonName> => ({ ...stated, text: { name } }));
      return { ...reading, authors: [...reading.authors, ...authors] };
    }
    case 'language': {
      const tag = languageTag(value);
      return tag === null
        ? withField(reading, { key: 'language', label, value, span })
        : { ...reading, language: reading.language ?? { ...stated, text: tag } };
    }
    case 'date':
      return isIsoDate(value)
        ? { ...reading, date: reading.date ?? { ...stated, text: value } }
        : withField(reading, { key: 'date', label, value, span });
    case 'field':
      return withField(reading, { key: meaning.key, label, value, span });
    case 'matter':
      return withMatter(reading, { role: meaning.role, text: value, span });
  }
}

/** A key as a label to show: `word_count` → "Word count". */
function labelOfKey(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function withField(reading: Reading, field: StoryField): Reading {
  if (reading.fields.some(({ key, value }) => key === field.key && value === field.value)) return reading;
  return { ...reading, fields: [...reading.fields, field] };
}

function withMatter(reading: Reading, matter: StatedMatter): Reading {
  return { ...reading, statedMatter: [...reading.statedMatter, matter] };
}
