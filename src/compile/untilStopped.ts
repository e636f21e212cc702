import type { CompileEvent } from './compileEvent.ts';

/** Hands events on until it is asked to stop: then the file that is being made is the last. */
export async function* untilStopped(
  events: AsyncIterable<CompileEvent>,
  stop: AbortSignal | undefined,
  onCut: () => void,
): AsyncGenerator<CompileEvent> {
  let filesLeft = Infinity;
  for await (const event of events) {
    yield event;
    if (event.type === 'planned') filesLeft = event.artifacts;
    else if (event.type === 'artifactFinished' || event.type === 'artifactFailed') filesLeft--;
    if (stop?.aborted !== true || event.type === 'artifactStarted' || filesLeft <= 0) continue;
    onCut();
    return;
  }
}
