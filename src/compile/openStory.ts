import { type AssembledStory, assembleStory, type Identity } from '../book/assembleBook.ts';
import { mergePolicies } from '../book/notesPolicy.ts';
import { type ByteStore, noStore } from '../cache/byteStore.ts';
import { loadOverrides } from '../config/loadOverrides.ts';
import type { OverridesConfig } from '../config/overridesConfig.ts';
import type { NormalizedStory } from '../normalize/normalizedStory.ts';
import type { OverrideSet } from '../normalize/corrections/override.ts';
import { isEpub, type SourceBytes } from '../source/sourceText.ts';
import type { CompileOptions, SourceFile, StoryInput } from './compileOptions.ts';
import type { BriefStory } from './keptStory.ts';
import { readFile } from './readFile.ts';
import type { Pace } from './pace.ts';
import { readInSteps, type ReadSettings } from './readStory.ts';

/** A story that was read and assembled, with the evidence of how. */
export interface OpenedStory<Normalized extends BriefStory = NormalizedStory> extends AssembledStory {
  readonly normalized: Normalized;
}

/** What holds for every story of a compilation. */
export type SharedSettings = Pick<CompileOptions, 'maxBytes' | 'notes' | 'typography'> & {
  /** The language of stories that do not show theirs. */
  readonly otherwise?: string | undefined;
};

/**
 * Reads the files of a story with the corrections that its reader wrote: those under the story in a `book.yaml`, then
 * those in files beside it.
 * @throws CompileError when a file cannot be read or holds no text, or corrections are not understood.
 */
export async function openStory(
  input: StoryInput,
  shared: SharedSettings,
  identity: Identity,
  pace: Pace,
): Promise<OpenedStory> {
  return openStoryBy((files, settings) => pace.run(readInSteps(files, settings)), input, shared, identity);
}

/** The same for a book, which asks less of a story: it may have been read by an earlier run. */
export async function openKeptStory(
  input: StoryInput,
  shared: SharedSettings,
  identity: Identity,
  { pace, store }: { readonly pace: Pace; readonly store: ByteStore },
): Promise<OpenedStory<BriefStory>> {
  if (store === noStore) return openStory(input, shared, identity, pace);
  const { keepStory } = await import('./keptStory.ts');
  const read: StoryReader<BriefStory> = (files, settings) =>
    keepStory(store, files, settings, () => pace.run(readInSteps(files, settings)));
  return openStoryBy(read, input, shared, identity);
}

type StoryReader<Normalized> = (files: readonly SourceBytes[], settings: ReadSettings) => Promise<Normalized>;

async function openStoryBy<Normalized extends BriefStory>(
  read: StoryReader<Normalized>,
  input: StoryInput,
  shared: SharedSettings,
  identity: Identity,
): Promise<OpenedStory<Normalized>> {
  const corrections = input.files.flatMap(file => correctionsBeside(file));
  if (input.overrides !== undefined) corrections.unshift({ ...input.overrides, about: null });
  const first = firstSaid(corrections.map(({ config }) => config));
  const sources: SourceBytes[] = [];
  for (const file of input.files) sources.push(await readFile(file, shared.maxBytes));
  const language = input.language ?? first('language');
  const normalized = await read(sources, {
    language,
    otherwise: shared.otherwise,
    encoding: input.encoding ?? first('encoding'),
    parseEpub: sources.some(isEpub) ? (await import('../parse/epub/parseEpub.ts')).parseEpub : undefined,
    typography: input.typography ?? first('typography') ?? shared.typography,
    overrides: corrections.map(each => overrideSet(each)),
  });
  const fileName = (input.files[0]?.path ?? '').split(/[\\/]/).at(-1) ?? '';
  const settings = {
    id: input.id,
    title: input.title ?? first('title'),
    authors: input.authors ?? first('author'),
    language,
    series: input.series,
    source: input.source,
    rights: input.rights,
    notes: mergePolicies(shared.notes, input.notes),
  };
  return { normalized, ...assembleStory({ ...normalized, fileName }, settings, identity) };
}

/** Corrections, where they are written, and the file they are about; `null` for all files of the story. */
interface Corrections {
  readonly origin: string;
  readonly config: OverridesConfig;
  readonly about: string | null;
}

/** A text in memory has no place on disk that anything could lie beside. */
function correctionsBeside({ path, content }: SourceFile): Corrections[] {
  const loaded = content === undefined ? loadOverrides(path) : null;
  return loaded === null ? [] : [{ origin: loaded.path, config: loaded.config, about: path }];
}

/** The first of several settings that says something about a key. */
function firstSaid(
  configs: readonly OverridesConfig[],
): <Key extends 'title' | 'author' | 'language' | 'encoding' | 'typography'>(key: Key) => OverridesConfig[Key] {
  return key => configs.find(config => config[key] !== undefined)?.[key];
}

function overrideSet({ origin, config, about }: Corrections): OverrideSet {
  return {
    origin,
    about,
    sourceSha256: config.source?.replace(/^sha256:/i, '').toLowerCase() ?? null,
    overrides: config.corrections ?? [],
  };
}
