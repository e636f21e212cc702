import { assembleBook, type Identity } from '../book/assembleBook.ts';
import { mapStoryImages } from '../book/storyImages.ts';
import type { Anthology, Story } from '../book/tree.ts';
import { type ByteStore, noStore } from '../cache/byteStore.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { checkOptions } from './checkOptions.ts';
import type { CompileEvent } from './compileEvent.ts';
import type { CompileOptions, StoryInput } from './compileOptions.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import { resolveEditions } from './edition.ts';
import { coversAhead } from './coversAhead.ts';
import { createIdentity } from './identity.ts';
import { illustrate } from './illustrate.ts';
import { ImageLibrary } from './imageLibrary.ts';
import { openKeptStory } from './openStory.ts';
import { type Pace, paceOf, type Stoppable } from './pace.ts';
import { countFiles, makeArtifacts, type PlannedBook } from './makeArtifacts.ts';
import { bindingOf, defaultEditions, defaultOutputPattern, distinctStems, outputStem } from './planOutputs.ts';
import { type BookMatter, readBookMatter } from './readBookMatter.ts';
import { reportStory } from './reportStory.ts';
import { type Design, resolveDesign } from './resolveDesign.ts';
import { verifyArtifacts } from './verifyArtifacts.ts';

/**
 * Compiles stories into books, step by step: reads every story, binds, then makes one file after another, so that no
 * more than one finished file is in memory. A story or file that fails is reported and costs no other.
 * @throws CompileError when the settings cannot be used: no story, an unknown edition, theme, cover or language, a date
 * that is none, unreadable matter of the book; the reason of the signal, once it is aborted.
 *
 * @param store has stories and covers from earlier runs, and keeps them for later ones
 */
export async function* compileBooks(
  given: CompileOptions,
  stoppable: Stoppable = {},
  store: ByteStore = noStore,
): AsyncGenerator<CompileEvent> {
  yield* compileMaking(given, null, stoppable, store);
}

/** The same, with something else made of each book than its editions. */
export async function* compileMaking(
  given: CompileOptions,
  making: Making | null,
  stoppable: Stoppable,
  store: ByteStore = noStore,
): AsyncGenerator<CompileEvent> {
  const pace = paceOf(stoppable);
  await pace.rest();
  const options = checkOptions(given);
  const identity = createIdentity(options.sourceDateEpoch ?? null);
  const editions = (options.editions ?? defaultEditions).flatMap(edition =>
    typeof edition === 'string' ? resolveEditions([edition], []) : [edition],
  );
  const design = await resolveDesign(options, editions, store);
  const library = new ImageLibrary(options.fetchImages ?? false);
  const matter = await readBookMatter(options.book ?? {}, library, options.imageRoot);
  const stories: Story[] = [];
  const places: number[] = [];
  for (const [place, input] of options.stories.entries()) {
    const outcome = await readOneStory(input, options, identity, library, { pace, store });
    yield outcome.event;
    await pace.rest();
    if (outcome.story === null) continue;
    stories.push(outcome.story);
    places.push(place);
  }
  const bound = bindBooks(stories, options, matter, identity, library);
  const books = nameBooks(bound, places, options);
  const filesPerBook = making?.filesPerBook ?? countFiles(editions, design);
  yield {
    type: 'planned',
    stories: stories.length,
    books: books.length,
    artifacts: books.length * filesPerBook,
    diagnostics: [...design.findings, ...matter.diagnostics],
  };
  await pace.rest();
  const verify = options.verify === true ? verifyArtifacts : (events: AsyncIterable<CompileEvent>) => events;
  const covers = coversAhead(books, design);
  for (const book of books) {
    const made = verify(
      making === null ? makeArtifacts(book, editions, design, pace, await covers.of(book)) : making.make(book, design),
    );
    for await (const event of made) {
      yield withRests(event, pace);
      await pace.rest();
    }
  }
}

/** The bytes of a long file are made as they are asked for, with rests between them. */
function withRests(event: CompileEvent, pace: Pace): CompileEvent {
  if (event.type !== 'artifactFinished') return event;
  return { ...event, artifact: { ...event.artifact, content: pace.content(event.artifact.content) } };
}

/** What is made of books in place of their editions. */
export interface Making {
  readonly filesPerBook: number;
  readonly make: (book: PlannedBook, design: Design) => AsyncGenerator<CompileEvent>;
}

interface StoryOutcome {
  readonly story: Story | null;
  readonly event: CompileEvent;
}

async function readOneStory(
  input: StoryInput,
  options: CompileOptions,
  identity: Identity,
  library: ImageLibrary,
  means: { readonly pace: Pace; readonly store: ByteStore },
): Promise<StoryOutcome> {
  const files = input.files.map(file => file.path);
  try {
    const opened = await openKeptStory(input, { ...options, otherwise: options.book?.language }, identity, means);
    const { text: story, diagnostics } = await illustrate(
      map => mapStoryImages(opened.story, map),
      { files: input.files, sources: opened.normalized.sources, imageRoot: options.imageRoot },
      library,
    );
    const report = reportStory(opened, files);
    const found = { ...report, diagnostics: [...report.diagnostics, ...diagnostics] };
    return { story, event: { type: 'storyRead', story: found } };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    return { story: null, event: { type: 'storyFailed', story: { files, diagnostics: [diagnosticOf(error)] } } };
  }
}

/** Books bound of stories: one of all, where that is wanted, and one of each. */
interface BoundBooks {
  readonly whole: Anthology | null;
  readonly singles: readonly Anthology[];
}

function bindBooks(
  stories: readonly Story[],
  options: CompileOptions,
  matter: BookMatter,
  identity: Identity,
  { assets }: ImageLibrary,
): BoundBooks {
  const [first, ...others] = stories;
  if (first === undefined) return { whole: null, singles: [] };
  const bind = bindingOf(options);
  const book = { ...options.book, frontMatter: matter.front, backMatter: matter.back };
  const isWhole = options.stories.length === 1 && options.isOneOfMany !== true;
  const single = isWhole ? book : { date: options.book?.date };
  return {
    whole: bind === 'separate' ? null : assembleBook([first, ...others], book, identity, assets),
    singles: bind === 'anthology' ? [] : stories.map(story => assembleBook([story], single, identity, assets)),
  };
}

/** @param places which of the stories that were asked for each single book holds */
function nameBooks(
  { whole, singles }: BoundBooks,
  places: readonly number[],
  { output, stems }: CompileOptions,
): PlannedBook[] {
  const books = whole === null ? singles : [whole, ...singles];
  const before = whole === null ? 0 : 1;
  const found = distinctStems(books.map(book => outputStem(output ?? defaultOutputPattern, book.metadata)));
  return books.map((book, index) => {
    const settled = index < before ? stems?.[0] : stems?.[before + (places[index - before] ?? 0)];
    return { book, stem: settled ?? found[index] ?? 'book' };
  });
}
