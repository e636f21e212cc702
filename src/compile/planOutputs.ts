import type { BookMetadata } from '../book/tree.ts';
import { slugify } from '../text/slug.ts';

/** The pattern of output names when nobody gives one. */
export const defaultOutputPattern = '{title}';

/** Fills a pattern such as `{author} - {title}` from a book and makes a file name's stem of it. */
export function outputStem(pattern: string, metadata: BookMetadata): string {
  const values: Readonly<Record<string, string>> = {
    title: metadata.displayTitle,
    author: metadata.authors.map(author => author.name).join(' '),
    editor: metadata.editors.map(editor => editor.name).join(' '),
    date: metadata.date ?? '',
    language: metadata.language,
  };
  return slugify(pattern.replace(/\{(\w+)\}/g, (_, field: string) => values[field] ?? '')) || 'book';
}

/** Gives every book a stem of its own, in order: a stem that is taken gets a number. */
export function distinctStems(stems: readonly string[]): string[] {
  const taken = new Set<string>();
  return stems.map(stem => {
    let candidate = stem;
    for (let number = 2; taken.has(candidate); number++) candidate = `${stem}-${number}`;
    taken.add(candidate);
    return candidate;
  });
}
