import { CompileError } from '../diagnostics/compileError.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type {
  Artifact, CompileEvent, FailedArtifact, FailedStory, MadeArtifact, StoryReport,
} from './compileEvent.ts'; // prettier-ignore
import { bytesOf } from './artifactContent.ts';
import { compileBooks } from './compileBooks.ts';
import type { CompileOptions } from './compileOptions.ts';
import { diagnosticOf } from './diagnosticOf.ts';
import type { Stoppable } from './pace.ts';

/** What came of a compilation. */
export interface CompileResult {
  /** Whether every story was read and every file made without an error. */
  readonly ok: boolean;
  readonly stories: readonly StoryReport[];
  readonly failedStories: readonly FailedStory[];
  /** The finished files, in memory. */
  readonly artifacts: readonly Artifact[];
  readonly failedArtifacts: readonly FailedArtifact[];
  /** What was found about the themes and the book's own pages. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a compilation is followed and stopped. */
export interface CompileRun extends Stoppable {
  /** Is told of each step as it happens; what it throws ends the compilation. */
  readonly onEvent?: ((event: CompileEvent) => void) | undefined;
}

/**
 * Compiles stories into books and returns the files. Reads what has no `content` from disk; writes nothing.
 * @param options the stories, the book and how it is put out
 * @throws CompileError when the settings cannot be used: no story, an unknown edition, theme or cover style; the reason of the
 * signal, once it is aborted.
 */
export async function compile(
  options: CompileOptions,
  { onEvent = () => undefined, signal }: CompileRun = {},
): Promise<CompileResult> {
  const stories: StoryReport[] = [];
  const failedStories: FailedStory[] = [];
  const artifacts: Artifact[] = [];
  const failedArtifacts: FailedArtifact[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const made of compileBooks(options, { signal })) {
    const event = made.type === 'artifactFinished' ? await finish(made.artifact) : made;
    onEvent(event);
    if (event.type === 'storyRead') stories.push(event.story);
    else if (event.type === 'storyFailed') failedStories.push(event.story);
    else if (event.type === 'planned') diagnostics.push(...event.diagnostics);
    else if (event.type === 'artifactFinished') artifacts.push(event.artifact);
    else if (event.type === 'artifactFailed') failedArtifacts.push(event.artifact);
  }
  const hasErrors = [...stories, ...artifacts].some(hasError);
  return {
    ok: failedStories.length === 0 && failedArtifacts.length === 0 && !hasErrors,
    stories,
    failedStories,
    artifacts,
    failedArtifacts,
    diagnostics,
  };
}

type Finished =
  | { readonly type: 'artifactFinished'; readonly artifact: Artifact }
  | { readonly type: 'artifactFailed'; readonly artifact: FailedArtifact };

/** Takes the bytes of a file that was made. */
async function finish(artifact: MadeArtifact): Promise<Finished> {
  try {
    const bytes = await bytesOf(artifact.content);
    return { type: 'artifactFinished', artifact: { ...artifact, content: [bytes], bytes } };
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const { fileName, kind, displayTitle } = artifact;
    return { type: 'artifactFailed', artifact: { fileName, kind, displayTitle, diagnostics: [diagnosticOf(error)] } };
  }
}

function hasError({ diagnostics }: Pick<StoryReport, 'diagnostics'>): boolean {
  return diagnostics.some(diagnostic => diagnostic.severity === 'error');
}
