import { collectStories, asOneStory } from '../compile/collectStories.ts';
import { compileBooks } from '../compile/compileBooks.ts';
import type { CompileEvent, FailedStory } from '../compile/compileEvent.ts';
import type { CompileOptions } from '../compile/compileOptions.ts';
import { diagnosticOf } from '../compile/diagnosticOf.ts';
import { resolveEditions } from '../compile/edition.ts';
import { typedCover } from '../compile/coverPlan.ts';
import { loadBook, type LoadedBook } from '../compile/loadBook.ts';
import { bindings } from '../config/bookConfig.ts';
import { overrideImposition } from '../compile/overrideImposition.ts';
import { listening } from '../compile/pace.ts';
import { untilStopped } from '../compile/untilStopped.ts';
import { overridePrint, readTypedSizes } from '../compile/overridePrint.ts';
import type { ImpositionConfig } from '../config/impositionConfig.ts';
import { readFonts } from '../config/fontsOption.ts';
import { readNotes } from '../config/notesOption.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { BuildRequest } from './buildCommand.ts';
import { type BuildReport, BuildReporter } from './buildReport.ts';
import { exitCodes } from './exitCodes.ts';
import { typedImposition } from './impositionOptions.ts';
import { prepareOutputFolder } from '../output/outputFolder.ts';
import { finishingFiles } from './interruption.ts';
import { createProgress } from './progress.ts';
import { publish, type PublishedEvent, publishStep } from './publishedEvent.ts';
import { guardSources } from '../output/sourceGuard.ts';
import { readStoryOptions } from './storyOptions.ts';
import { reportingRefusals, tellReport } from './tellReport.ts';
import { keepFile } from '../shelf/keepFile.ts';

/** Runs `fascicle build` and returns the exit code; with `--json`, a failure is told as a report too. */
export async function runBuild(request: BuildRequest): Promise<number> {
  const startMs = performance.now();
  const isApart = request.bind === 'separate';
  const refused = async (error: CompileError) =>
    isApart ? (await import('./buildAsked.ts')).reportShelfRefusal(error, request) : reportRefusal(error);
  return reportingRefusals(request, refused, async () => {
    if (!isApart && request.bookFile === null) refuseOfShelf(request);
    const plan = await planBuild(request);
    if (plan.options.bind === 'separate') {
      const { planAskedApart } = await import('./planAskedApart.ts');
      const { buildAsked } = await import('./buildAsked.ts');
      return buildAsked(await planAskedApart(request, plan), request, startMs);
    }
    refuseOfShelf(request);
    if (request['dry-run'] === true) return dryRun(plan, request);
    return putOut(plan, compileBooks(plan.options, listening), request);
  });
}

/** The report of a build that was not begun. */
export function reportRefusal(error: CompileError): BuildReport {
  return { ...new BuildReporter([diagnosticOf(error)]).finish(false), ok: false };
}

/** Tells what would be made; the stories are read, for the names of the files. */
async function dryRun(plan: BuildPlan, request: BuildRequest): Promise<number> {
  const { planOfOneBook } = await import('../shelf/planOfOneBook.ts');
  const { runDryRun } = await import('./runDryRun.ts');
  const id = request.bookFile ?? (request.inputs ?? []).join(' ');
  return runDryRun(await planOfOneBook({ id, outputFolder: request.out, ...plan }), request, null);
}

function refuseOfShelf(request: BuildRequest): void {
  const named = (['only', 'changed', 'shard'] as const).find(name => request[name] !== undefined);
  if (named === undefined) return;
  throw new CompileError('config/usage', `--${named} is for a shelf of many books, and there is no fascicle.yaml.`, {
    hint: 'Leave it out, bind the stories apart with --bind separate, or write the books into a fascicle.yaml; "fascicle init --shelf" makes one.',
  });
}

/** Writes files as they are made, tells what came of it, and returns the exit code. */
export async function putOut(
  plan: BuildPlan,
  events: AsyncIterable<CompileEvent>,
  request: BuildRequest,
): Promise<number> {
  return finishingFiles({ isQuiet: request.quiet }, stop => writeAll(plan, events, request, stop));
}

async function writeAll(
  { options, diagnostics, failedStories }: BuildPlan,
  events: AsyncIterable<CompileEvent>,
  request: BuildRequest,
  stop: AbortSignal,
): Promise<number> {
  const removeUnused = await prepareOutputFolder(request.out);
  const guard = await guardSources(options);
  const reporter = new BuildReporter(diagnostics, failedStories);
  const progress = createProgress({ isQuiet: request.quiet || request.json });
  const tell = (event: PublishedEvent | null) => {
    if (request.json && event !== null) publish(event);
  };
  for (const diagnostic of diagnostics) tell({ type: 'diagnostic', diagnostic });
  for (const story of failedStories) tell({ type: 'storyFailed', story });
  try {
    for await (const event of untilStopped(events, stop, () => {
      reporter.cutShort();
    })) {
      progress.show(event);
      reporter.add(event);
      tell(publishStep(event));
      if (event.type !== 'artifactFinished') continue;
      const file = await keepFile(event.artifact, request.out, guard);
      reporter.addFile(file);
      tell('path' in file ? { type: 'fileWritten', file } : { type: 'fileFailed', file });
    }
  } finally {
    progress.finish();
    await removeUnused();
  }
  const report = reporter.finish(request.strict);
  if (!request.json) BuildReporter.print(report, request);
  await tellReport(report, request);
  return report.ok ? exitCodes.done : exitCodes.failed;
}

export interface BuildPlan {
  readonly options: CompileOptions;
  readonly failedStories: readonly FailedStory[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws CompileError for options or a book file that cannot be used */
export async function planBuild(request: BuildRequest): Promise<BuildPlan> {
  const settle = await readTyped(request);
  const gathered = await gather(request);
  refuseOneAuthorOfMany(request, gathered);
  return { ...settle(gathered), diagnostics: gathered.diagnostics };
}

/** Lays what was typed over a book's own settings. */
export type Settle = (book: LoadedBook) => LoadedBook;

/**
 * Reads the options that say how books are to be.
 * @throws CompileError for options that cannot be used
 */
export async function readTyped(request: BuildRequest): Promise<Settle> {
  refuseEmptyWords(request);
  const { encoding, typography, maxBytes } = readStoryOptions(request);
  const notes = readNotes(request.notes);
  const sizes = readTypedSizes({
    trim: request.trim,
    fontSize: request['font-size'],
    stock: request.stock,
    wrap: request.wrap,
  });
  const fonts = readFonts(request.font);
  const imposition = await readSheets(request);
  const sourceDateEpoch = readSourceDateEpoch();
  const names = request.format
    ?.split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  return ({ options, configuredEditions, failedStories }) => {
    const editions =
      names === undefined || names.length === 0 ? options.editions : resolveEditions(names, configuredEditions);
    const namedStories = options.stories.length + failedStories.length;
    const stories = options.stories.map(story => ({
      ...story,
      authors: request.author === undefined ? story.authors : [request.author],
      language: request.language ?? story.language,
      encoding: encoding ?? story.encoding,
      typography: typography ?? story.typography,
      notes: notes ?? story.notes,
      ...(namedStories === 1 && request.title !== undefined ? { title: request.title } : {}),
    }));
    const settled = {
      ...options,
      stories,
      book: {
        ...options.book,
        title: request.title ?? options.book?.title,
        editors: request.editor === undefined ? options.book?.editors : [request.editor],
        language: request.language ?? options.book?.language,
      },
      maxBytes,
      verify: request.verify,
      bind: bindings.find(binding => binding === request.bind) ?? options.bind,
      editions,
      theme: request.theme ?? options.theme,
      fonts: {
        body: fonts.body ?? options.fonts?.body,
        headings: fonts.headings ?? options.fonts?.headings,
        fallbacks: [...fonts.fallbacks, ...(options.fonts?.fallbacks ?? [])],
        packageFolders: [...(options.fonts?.packageFolders ?? []), '.'],
      },
      cover: typedCover(request.cover, request['cover-color']) ?? options.cover,
      sourceDateEpoch,
      fetchImages: request['fetch-images'],
      foldPreview: request['fold-preview'],
    };
    return {
      configuredEditions,
      failedStories,
      options: overrideImposition(overridePrint(settled, sizes), imposition),
    };
  };
}

function refuseOneAuthorOfMany({ author }: BuildRequest, { options, failedStories }: LoadedBook): void {
  const namedStories = options.stories.length + failedStories.length;
  if (author === undefined || namedStories <= 1) return;
  throw new CompileError('config/usage', `--author is for a single story, and there are ${namedStories}.`, {
    hint: 'Name who collected them with --editor, or give each story its author in a book.yaml.',
  });
}

/** What is typed of sheets; the rules for it are loaded where something is. */
async function readSheets(request: BuildRequest): Promise<ImpositionConfig> {
  const typed = typedImposition(request);
  if (Object.keys(typed).length === 0) return {};
  const { readImposition } = await import('../config/impositionOption.ts');
  return readImposition(typed);
}

interface Gathered extends LoadedBook {
  readonly diagnostics: readonly Diagnostic[];
}

async function gather(request: BuildRequest): Promise<Gathered> {
  if (request.bookFile !== null) return { ...(await loadBook(request.bookFile)), diagnostics: [] };
  const { stories, folderName, failedStories, diagnostics } = await collectStories(request.inputs ?? [], {
    outputFolder: request.out,
  });
  return {
    options: { stories: request['one-story'] ? [asOneStory(stories)] : stories, book: { folderName } },
    configuredEditions: [],
    failedStories,
    diagnostics,
  };
}

function refuseEmptyWords(request: BuildRequest): void {
  for (const name of ['title', 'author', 'editor', 'notes', 'out', 'format', 'cover', 'trim', 'font-size'] as const) {
    if (request[name]?.trim() !== '') continue;
    throw new CompileError('config/usage', `--${name} is empty.`, { hint: 'Leave it out, or give it a value.' });
  }
}

/** `SOURCE_DATE_EPOCH` in seconds (reproducible-builds.org/docs/source-date-epoch). */
function readSourceDateEpoch(): number | undefined {
  const value = process.env.SOURCE_DATE_EPOCH;
  if (value === undefined || value === '') return undefined;
  if (/^\d{1,11}$/.test(value)) return Number(value);
  throw new CompileError('config/usage', `SOURCE_DATE_EPOCH is "${value}"; a number of seconds was expected.`, {
    hint: 'Set it to whole seconds since 1970, or unset it.',
  });
}
