import * as v from 'valibot';
import { languageTag } from '../text/languageTag.ts';

/** Values that the configuration's files have in common. */
export const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));

/** YAML reads `1984` as a number; as a title it is text. */
export const wordsOrNumber = v.pipe(v.union([v.string(), v.number()], 'must be text'), v.transform(String), text);

export const people = v.pipe(
  v.union([text, v.array(text)], 'must be a name or a list of names'),
  v.transform(names => (typeof names === 'string' ? [names] : names)),
);

export const language = v.pipe(
  text,
  v.check(value => languageTag(value) !== null, 'must be a language such as en or pt-BR'),
  v.transform(value => languageTag(value) ?? value),
);

export const typography = v.picklist(['on', 'off'], 'must be on or off');
