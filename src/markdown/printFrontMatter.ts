import type { PersonName } from '../book/tree.ts';
import type { PrintableStory } from './printStory.ts';

/** What a file of ours begins with, so that it is known again. */
const marker = 'fascicle: story@1';

/** A story's metadata as the YAML front matter of its Markdown; what is not known is left out. */
export function printFrontMatter({ title, authors, language, date, fields }: PrintableStory['metadata']): string {
  const lines = [
    marker,
    ...(title === null ? [] : [`title: ${scalar(title.text)}`]),
    ...(authors.length === 0 ? [] : ['authors:', ...authors.map(({ text }) => `  - ${person(text)}`)]),
    ...(language.text === 'und' ? [] : [`language: ${scalar(language.text)}`]),
    ...(date === null ? [] : [`date: ${scalar(date.text)}`]),
    ...(fields.length === 0 ? [] : ['fields:', ...fields.map(({ key, label, value }) => `  - {key: ${scalar(key)}, label: ${scalar(label)}, value: ${scalar(value)}}`)]),
  ]; // prettier-ignore
  return `---\n${lines.join('\n')}\n---`;
}

function person({ name, fileAs }: PersonName): string {
  return fileAs === undefined ? scalar(name) : `{name: ${scalar(name)}, fileAs: ${scalar(fileAs)}}`;
}

/** Matches `Smoke`, `The Long Watch`, `en`; not what YAML could take for anything but these words. */
const plainWords = /^(?!(?:true|false|null|yes|no|on|off)$)\p{L}[\p{L}]*(?: \p{L}+)*$/iu;

/** A value that YAML reads as the same words. */
function scalar(text: string): string {
  return plainWords.test(text) ? text : JSON.stringify(text);
}
