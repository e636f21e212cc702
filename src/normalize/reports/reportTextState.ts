import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { findDestroyedLetters } from './destroyedLetters.ts';
import type { Pass } from '../reading.ts';

/** Reports texts that hold no story, and letters that were destroyed before the file came here. */
export const reportTextState: Pass = {
  name: 'report-text-state',
  run: reading => ({
    ...reading,
    diagnostics: [...reading.diagnostics, ...storyless(reading), ...findDestroyedLetters(reading.manuscript)],
  }),
};

function storyless({ manuscript, marks }: Parameters<Pass['run']>[0]): Diagnostic[] {
  const source = manuscript.sources[0];
  if (source === undefined || marks.some(mark => mark?.kind === 'body')) return [];
  return [
    {
      code: 'normalize/no-story-text',
      severity: 'warning',
      message: `${source.path} holds no story text, only a header, notes or headings.`,
      hint: 'Look at it with "fascicle inspect".',
      span: { file: source.path, lines: [1, source.lines.length] },
    },
  ];
}
