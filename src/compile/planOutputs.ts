import type { BookMetadata } from '../book/tree.ts';
import type { Binding } from '../config/bookConfig.ts';
import { slugify } from '../text/slug.ts';
import type { CompileOptions } from './compileOptions.ts';
import { coverChoice } from './coverPlan.ts';
import { editionInfix, formatExtension, resolveEditions } from './edition.ts';

/** The pattern of output names when nobody gives one. */
export const defaultOutputPattern = '{title}';

/** What a book may be named by; empty where nothing states it. */
export type NameFields = Readonly<Record<'title' | 'author' | 'editor' | 'date' | 'language' | 'series', string>>;

export function nameFieldsOf(metadata: BookMetadata): NameFields {
  return {
    title: metadata.displayTitle,
    author: metadata.authors.map(author => author.name).join(' '),
    editor: metadata.editors.map(editor => editor.name).join(' '),
    date: metadata.date ?? '',
    language: metadata.language,
    series: metadata.series?.text.name ?? '',
  };
}

/** Puts what is known in the place of `{title}` and the like; what is not known is left out. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, field: string) => values[field] ?? '');
}

/** Fills a pattern such as `{author} - {title}` from a book and makes a file name's stem of it. */
export function outputStem(pattern: string, metadata: BookMetadata): string {
  return stemOfFields(pattern, nameFieldsOf(metadata));
}

/** The same from what is known of a book. */
export function stemOfFields(pattern: string, fields: NameFields): string {
  return slugify(fillPattern(pattern, { ...fields })) || 'book';
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

/** How stories are bound: one alone is a book of its own. */
export function bindingOf({ stories, bind }: Pick<CompileOptions, 'stories' | 'bind'>): Binding {
  return stories.length === 1 ? 'separate' : (bind ?? 'anthology');
}

/** The names of the editions' files of a book, and of its loose cover; what lies beside sheets goes by the same names. */
export function outputNames(stem: string, { editions, cover }: Pick<CompileOptions, 'editions' | 'cover'>): string[] {
  const resolved = (editions ?? defaultEditions).flatMap(edition =>
    typeof edition === 'string' ? resolveEditions([edition], []) : [edition],
  );
  const files = resolved.map(edition => stem + editionInfix(edition) + formatExtension(edition));
  const hasCover = cover === undefined || coverChoice(cover).style !== 'none';
  return hasCover ? [...files, `${stem}.jpg`] : files;
}

/** What is made when nobody says it. */
export const defaultEditions: readonly string[] = ['epub', 'pdf'];
