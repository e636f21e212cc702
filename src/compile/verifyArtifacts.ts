import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { bytesOf } from './artifactContent.ts';
import type { CompileEvent, MadeArtifact } from './compileEvent.ts';

/** Checks each EPUB that is made by all the rules there are, and joins what is found to what is said of it. */
export async function* verifyArtifacts(events: AsyncIterable<CompileEvent>): AsyncGenerator<CompileEvent> {
  for await (const event of events) {
    if (event.type !== 'artifactFinished') yield event;
    else yield { ...event, artifact: await verified(event.artifact) };
  }
}

async function verified(artifact: MadeArtifact): Promise<MadeArtifact> {
  if (!artifact.mediaType.endsWith('epub+zip')) return artifact;
  const { checkEpub } = await import('../verify/checkEpub.ts');
  const bytes = await bytesOf(artifact.content);
  const findings = await checkEpub(bytes);
  // The structure was checked when the book was made; what is not of it stays.
  const others = artifact.diagnostics.filter(({ code }) => !code.startsWith('epub/'));
  const wasCoverMissed = artifact.diagnostics.some(isOfCover);
  return {
    ...artifact,
    content: [bytes],
    diagnostics: [...others, ...findings.filter(finding => wasCoverMissed || !isOfCover(finding))],
  };
}

/** Whoever asked for no cover was not told that there is none, and is not now. */
function isOfCover({ code }: Diagnostic): boolean {
  return code === 'epub/cover-missing';
}
