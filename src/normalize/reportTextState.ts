import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pass } from './reading.ts';

/** Reports texts that hold no story, and letters that were destroyed before the file came here. */
export const reportTextState: Pass = {
  name: 'report-text-state',
  run: reading => ({ ...reading, diagnostics: [...reading.diagnostics, ...storyless(reading), ...destroyed(reading)] }),
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

function destroyed({ manuscript }: Parameters<Pass['run']>[0]): Diagnostic[] {
  const spans = manuscript.blocks.filter(block => block.text.includes('\ufffd')).map(block => block.span);
  const [first] = spans;
  if (first === undefined) return [];
  return [
    {
      code: 'normalize/destroyed-letters',
      severity: 'warning',
      message: `${first.file} has letters that were destroyed before it came here (shown as \ufffd), first in line ${first.lines[0]}; ${spans.length} paragraphs are affected.`,
      hint: 'They are kept as they are; mend them from another copy.',
      span: first,
    },
  ];
}
