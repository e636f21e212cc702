import * as v from 'valibot';
import type { PersonName, SeriesPlace } from '../book/tree.ts';
import { mapOf } from '../data/mapOf.ts';
import { readIsbn } from '../text/isbn.ts';
import { languageTag } from '../text/languageTag.ts';

/** Values that the configuration's files have in common. */
export const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));

/** YAML reads `1984` as a number; as a title it is text. */
export const wordsOrNumber = v.pipe(v.union([v.string(), v.number()], 'must be text'), v.transform(String), text);

const namedPerson = mapOf(
  { name: wordsOrNumber, fileAs: v.optional(text) },
  'must be a name, or a map with "name" and "fileAs"',
);
const person = v.lazy(value => (typeof value === 'object' && value !== null ? namedPerson : text));
const oneOrMorePeople = v.lazy(value =>
  Array.isArray(value) ? v.array(person) : typeof value === 'object' && value !== null ? namedPerson : onePerson,
);
const onePerson = v.pipe(v.string('must be a name or a list of names'), text);

/** `Wren`, `[Wren, Sal]`, `{ name: Corvina Teasdale, fileAs: "Teasdale, Corvina" }`: always a list. */
export const people = v.pipe(
  oneOrMorePeople,
  v.transform(found => (Array.isArray(found) ? found : [found]).map(plainPerson)),
);

function plainPerson(found: v.InferOutput<typeof person>): string | PersonName {
  if (typeof found === 'string') return found;
  return found.fileAs === undefined ? { name: found.name } : { name: found.name, fileAs: found.fileAs };
}

/** `The Lamp Cycle`, or `{ name: The Lamp Cycle, position: 2 }`. */
const namedSeries = mapOf(
  {
    name: wordsOrNumber,
    position: v.optional(v.pipe(v.number('must be a number'), v.minValue(0, 'must not be negative'))),
  },
  'must be a name, or a map with "name" and "position"',
);
export const series = v.pipe(
  v.lazy(value => (typeof value === 'object' && value !== null ? namedSeries : wordsOrNumber)),
  v.transform((found): SeriesPlace => {
    if (typeof found === 'string') return { name: found };
    return found.position === undefined ? { name: found.name } : { name: found.name, position: found.position };
  }),
);

/** Matches `doi:10.1000/182`, `urn:uuid:…`, `https://example.org/b`; not `the red one`. */
const uri = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** An ISBN, whose check digit has to be right, as `urn:isbn:…`; or any other URI as it stands. */
export const identifier = v.pipe(
  v.union([v.string(), v.number()], 'must be an ISBN, or an address such as doi:10.1000/182'),
  v.transform(String),
  text,
  v.transform(value => (readIsbn(value) === null ? value : `urn:isbn:${readIsbn(value) ?? ''}`)),
  v.check(
    value => uri.test(value),
    'must be an ISBN with the right check digit, or an address such as doi:10.1000/182',
  ),
  v.check(
    value => !/^(?:urn:)?isbn:/i.test(value) || readIsbn(value) !== null,
    'must be an ISBN with the right check digit',
  ),
);

export const language = v.pipe(
  text,
  v.check(value => languageTag(value) !== null, 'must be a language such as en or pt-BR'),
  v.transform(value => languageTag(value) ?? value),
);

export const typography = v.picklist(['on', 'off'], 'must be on or off');
