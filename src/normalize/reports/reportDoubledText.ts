import type { Diagnostic, SourceSpan } from '../../diagnostics/diagnostic.ts';
import type { Pass } from '../reading.ts';

/** Shorter paragraphs, "Yes." for instance, return in any story. */
const minParagraphLength = 40;

/** A text is doubled where so many paragraphs, and so large a share of those between the first and the last, return in their order. */
const minParagraphs = 4;
const doubledShare = 0.8;

/** A stretch of paragraphs that all stand earlier in the story as well. */
interface Doubled {
  readonly span: SourceSpan;
  readonly first: SourceSpan;
  lastLine: number;
  lastOriginal: number;
  /** Paragraphs of the stretch, and how many of them were found earlier. */
  seen: number;
  found: number;
  pending: number;
}

/**
 * Reports text that stands in the story twice, a chapter pasted again for instance: at least four paragraphs in a row, of
 * which four in five are the same. Nothing is taken out.
 */
export const reportDoubledText: Pass = {
  name: 'report-doubled-text',
  run: reading => {
    const firstOf = new Map<string, { readonly order: number; readonly span: SourceSpan }>();
    const stretches: Doubled[] = [];
    let open: Doubled | null = null;
    let order = 0;
    reading.manuscript.blocks.forEach((block, index) => {
      if (reading.marks[index]?.kind !== 'body' || block.text.length < minParagraphLength) return;
      order++;
      const original = firstOf.get(block.text);
      const isNext = original !== undefined && open !== null && original.order > open.lastOriginal && original.order <= open.lastOriginal + 3; // prettier-ignore
      if (original === undefined) {
        firstOf.set(block.text, { order, span: block.span });
        if (open !== null) open.pending++;
      } else if (isNext && open !== null && isDense(open)) {
        open.seen += open.pending + 1;
        open.found++;
        open.pending = 0;
        open.lastLine = block.span.lines[1];
        open.lastOriginal = original.order;
      } else {
        open = { span: block.span, first: original.span, lastLine: block.span.lines[1], lastOriginal: original.order, seen: 1, found: 1, pending: 0 }; // prettier-ignore
        stretches.push(open);
      }
    });
    const found = stretches.filter(each => each.found >= minParagraphs).map(each => finding(each));
    return found.length === 0 ? reading : { ...reading, diagnostics: [...reading.diagnostics, ...found] };
  },
};

/** Whether a stretch would still be the same text if its next paragraph were. */
function isDense({ seen, found, pending }: Doubled): boolean {
  return pending <= 1 || found + 1 >= (seen + pending + 1) * doubledShare;
}

function finding({ span, first, lastLine, found }: Doubled): Diagnostic {
  return {
    code: 'normalize/doubled-text',
    severity: 'warning',
    message: `Lines ${span.lines[0]} to ${lastLine} say again what stands from line ${first.lines[0]} on: ${found} paragraphs are the same.`,
    hint: 'Compare with the original; nothing was left out.',
    span: { file: span.file, lines: [span.lines[0], lastLine] },
  };
}
