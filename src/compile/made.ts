import type { MadeArtifact } from './compileEvent.ts';

/** What making a file comes to. */
export type Made = Pick<MadeArtifact, 'content' | 'pages' | 'print' | 'diagnostics'>;
