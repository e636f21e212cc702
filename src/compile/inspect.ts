import type { OpenedStory } from './openStory.ts';
import { openStory } from './openStory.ts';
import type { StoryInput } from './compileOptions.ts';
import { createIdentity } from './identity.ts';
import { paceOf, type Stoppable } from './pace.ts';
import { printStory } from '../markdown/printStory.ts';
import { type InspectView, inspectStory } from './inspectStory.ts';
import { storyWords } from './storyWords.ts';

/** What {@link inspect} sees: the public view, and the source lines it speaks of. */
export interface Inspection {
  readonly view: InspectView;
  /** The words of the story, as `build` counts them. */
  readonly words: number;
  /** The decoded lines of each file; line 1 is `lines[0]`. */
  readonly files: readonly { readonly path: string; readonly lines: readonly string[] }[];
}

/** What may be said of a story that is inspected, besides its files. */
export interface InspectSettings extends Pick<StoryInput, 'encoding' | 'typography' | 'language'> {
  /** The largest file that is read, in bytes. */
  readonly maxBytes?: number | undefined;
}

/**
 * Reads one story as a build would, and shows what was made of every line.
 * @throws CompileError when a file cannot be read or holds no text; the reason of the signal, once it is aborted.
 */
export async function inspect(
  files: StoryInput['files'],
  settings: InspectSettings = {},
  stoppable: Stoppable = {},
): Promise<Inspection> {
  return viewOf(await openForInspection(files, settings, stoppable));
}

/** Reads one story as a build would, with its evidence. */
export async function openForInspection(
  files: StoryInput['files'],
  settings: InspectSettings,
  stoppable: Stoppable = {},
): Promise<OpenedStory> {
  const { maxBytes, ...story } = settings;
  const pace = paceOf(stoppable);
  await pace.rest();
  const opened = await openStory({ files, ...story }, { maxBytes }, createIdentity(null), pace);
  await pace.rest();
  return opened;
}

/** An opened story as Markdown that reads back as the same story. */
export function markdownOf({ story }: OpenedStory): string {
  return printStory(story);
}

/** An opened story as {@link inspect} shows it. */
export function viewOf({ normalized, story }: OpenedStory): Inspection {
  return {
    view: inspectStory(normalized, story),
    words: storyWords(story),
    files: normalized.sources.map(({ path, lines }) => ({ path, lines })),
  };
}
