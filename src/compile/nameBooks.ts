import { assembleBook, type BookSettings } from '../book/assembleBook.ts';
import type { Story } from '../book/tree.ts';
import { type ByteStore, noStore } from '../cache/byteStore.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { checkOptions } from './checkOptions.ts';
import type { CompileOptions, StoryInput } from './compileOptions.ts';
import { createIdentity } from './identity.ts';
import { openKeptStory } from './openStory.ts';
import { unresting } from './pace.ts';
import { bindingOf, type NameFields, nameFieldsOf } from './planOutputs.ts';

/**
 * Reads stories for what their books may be named by, and makes nothing of them: of the book that binds all, where there is
 * one, then of each story's own; `null` for a story that cannot be read.
 * @param store keeps the stories that were read for whoever makes the books
 * @throws CompileError for a language or a date that is none.
 */
export async function nameBooks(given: CompileOptions, store: ByteStore = noStore): Promise<(NameFields | null)[]> {
  const options = checkOptions(given);
  const identity = createIdentity(options.sourceDateEpoch ?? null);
  const stories: (Story | null)[] = [];
  for (const input of options.stories) stories.push(await storyOf(input, options, identity, store));
  // Pages of the book's own name nothing.
  const book: BookSettings = { ...options.book, frontMatter: undefined, backMatter: undefined };
  const bind = bindingOf(options);
  const single = stories.length === 1 && options.isOneOfMany !== true ? book : { date: book.date };
  const named = (bound: readonly Story[], settings: BookSettings): NameFields | null => {
    const [first, ...others] = bound;
    return first === undefined ? null : nameFieldsOf(assembleBook([first, ...others], settings, identity).metadata);
  };
  return [
    ...(bind === 'separate' ? [] : [named(stories.filter(story => story !== null), book)]),
    ...(bind === 'anthology' ? [] : stories.map(story => named(story === null ? [] : [story], single))),
  ];
} // prettier-ignore

async function storyOf(
  input: StoryInput,
  options: CompileOptions,
  identity: ReturnType<typeof createIdentity>,
  store: ByteStore,
): Promise<Story | null> {
  try {
    return (await openKeptStory(input, { ...options, otherwise: options.book?.language }, identity, { pace: unresting, store })).story;
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return null;
  }
}
