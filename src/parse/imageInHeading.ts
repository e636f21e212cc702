import type { Diagnostic, SourceSpan } from '../diagnostics/diagnostic.ts';

/** Says that a heading's picture is not shown: a list of contents and a running head hold words. */
export function imageInHeading(heading: string, span: SourceSpan): Diagnostic {
  return {
    code: 'parse/image-left-out',
    severity: 'info',
    message: `The picture in the heading “${heading.slice(0, 60)}” is left out; its description stands in its place.`,
    hint: 'To show it, put it into a line of its own below the heading.',
    span,
  };
}
