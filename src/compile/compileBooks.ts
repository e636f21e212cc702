import { assembleBook, assembleStory, type Identity } from '../book/assembleBook.ts';
import { blockText } from '../book/plainText.ts';
import type { Anthology, Story } from '../book/tree.ts';
import { storyBlocks } from '../book/walk.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceBytes } from '../source/sourceText.ts';
import { countWords } from '../text/words.ts';
import { checkOptions } from './checkOptions.ts';
import type { CompileEvent, StoryReport } from './compileEvent.ts';
import type { CompileOptions, StoryInput } from './compileOptions.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { resolveEditions } from './edition.ts';
import { createIdentity } from './identity.ts';
import { makeArtifacts, type PlannedBook } from './makeArtifacts.ts';
import { defaultOutputPattern, distinctStems, outputStem } from './planOutputs.ts';
import { type BookMatter, readBookMatter } from './readBookMatter.ts';
import { readFile } from './readFile.ts';
import { readStory } from './readStory.ts';
import { resolveDesign } from './resolveDesign.ts';

/**
 * Compiles stories into books, step by step: reads every story, binds, then makes one file after another, so that no
 * more than one finished file is in memory. A story or file that fails is reported and costs no other.
 * @throws CompileError when the settings cannot be used: no story, an unknown edition, theme, cover or language, a date
 * that is none, unreadable matter of the book.
 */
export async function* compileBooks(given: CompileOptions): AsyncGenerator<CompileEvent> {
  const options = checkOptions(given);
  const identity = createIdentity(options.sourceDateEpoch ?? null);
  const editions = (options.editions ?? ['epub', 'pdf']).flatMap(edition =>
    typeof edition === 'string' ? resolveEditions([edition], []) : [edition],
  );
  const design = resolveDesign(options, editions);
  const matter = await readBookMatter(options.book ?? {});
  const stories: Story[] = [];
  for (const input of options.stories) {
    const outcome = await readOneStory(input, identity, options.book?.language);
    yield outcome.event;
    if (outcome.story !== null) stories.push(outcome.story);
  }
  const books = bindBooks(stories, options, matter, identity);
  const filesPerBook = editions.length + (design.coverStyle === null ? 0 : 1);
  yield {
    type: 'planned',
    stories: stories.length,
    books: books.length,
    artifacts: books.length * filesPerBook,
    diagnostics: matter.diagnostics,
  };
  for (const book of books) yield* makeArtifacts(book, editions, design);
}

interface StoryOutcome {
  readonly story: Story | null;
  readonly event: CompileEvent;
}

async function readOneStory(
  input: StoryInput,
  identity: Identity,
  bookLanguage: string | undefined,
): Promise<StoryOutcome> {
  const files = input.files.map(file => file.path);
  try {
    const sources: SourceBytes[] = [];
    for (const file of input.files) sources.push(await readFile(file));
    const { evidence, ...parts } = readStory(sources, { language: input.language, otherwise: bookLanguage });
    const story = assembleStory({ ...parts, fileName: baseName(files[0] ?? '') }, input, identity);
    return { story, event: { type: 'storyRead', story: reportOf(story, files, evidence.diagnostics) } };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return { story: null, event: { type: 'storyFailed', story: { files, diagnostics: [diagnosticOf(error)] } } };
  }
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function reportOf(story: Story, files: readonly string[], diagnostics: readonly Diagnostic[]): StoryReport {
  let words = 0;
  for (const blocks of storyBlocks(story)) words += countWords(blockText(blocks));
  const { title, displayTitle, authors, language } = story.metadata;
  return {
    files,
    title: title?.text ?? null,
    displayTitle,
    authors: authors.map(author => author.text.name),
    language: language.text,
    words,
    chapters: story.chapters.length,
    diagnostics,
  };
}

function bindBooks(
  stories: readonly Story[],
  options: CompileOptions,
  matter: BookMatter,
  identity: Identity,
): PlannedBook[] {
  const [first, ...others] = stories;
  if (first === undefined) return [];
  const bind = others.length === 0 && options.stories.length === 1 ? 'separate' : (options.bind ?? 'anthology');
  const whole = { ...options.book, frontMatter: matter.front, backMatter: matter.back };
  const books: Anthology[] = [];
  if (bind !== 'separate') books.push(assembleBook([first, ...others], whole, identity));
  if (bind !== 'anthology') {
    const single = options.stories.length === 1 ? whole : { date: options.book?.date };
    books.push(...stories.map(story => assembleBook([story], single, identity)));
  }
  const pattern = options.output ?? defaultOutputPattern;
  const stems = distinctStems(books.map(book => outputStem(pattern, book.metadata)));
  return books.map((book, index) => ({ book, stem: stems[index] ?? 'book' }));
}
