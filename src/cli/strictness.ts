import type { StoryReport } from '../compile/compileEvent.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { bookFindings } from '../shelf/bookFindings.ts';
import type { BookReport } from '../shelf/bookReport.ts';
import type { JudgedBook } from '../shelf/shelfReport.ts';
import { counted } from './describeNumbers.ts';
import { decisionName } from './inspectionRegions.ts';

/** Whether a finding fails a build; a strict one takes no warning. */
export function failsBuild({ severity }: Diagnostic, isStrict: boolean): boolean {
  return severity === 'error' || (isStrict && severity === 'warning');
}

/** Says of a book whether it is as was asked for; a strict build takes neither warnings nor doubts. */
export function judgeBook(book: BookReport, isStrict: boolean): JudgedBook {
  const stories = isStrict ? book.stories.map(story => withDoubtsReported(story)) : book.stories;
  const judged = { ...book, stories };
  const ok = book.status !== 'failed' && !bookFindings(judged).some(finding => failsBuild(finding, isStrict));
  return { ...judged, ok };
}

/** What is doubtful and what no reader has settled is an error of a strict build. */
export function withDoubtsReported(story: StoryReport): StoryReport {
  const { doubts, files, diagnostics } = story;
  const [path = ''] = files;
  if (doubts.length === 0) return story;
  const list = doubts.map(doubt => {
    const [first, last] = doubt.span.lines;
    const file = files.length === 1 ? '' : `${doubt.span.file}, `;
    const lines = first === last ? `line ${first}` : `lines ${first}–${last}`;
    return `\n  ${file}${lines}: ${decisionName(doubt)}, ${Math.round(doubt.confidence * 100)} % (${doubt.why})`;
  });
  const doubtful: Diagnostic = {
    code: 'normalize/doubtful-decisions',
    severity: 'error',
    message: `${path} has ${counted(doubts.length, 'decision', 'decisions')} in doubt, and --strict takes none:${list.join('')}`,
    hint: `Run "fascicle inspect ${path} --propose", and keep or correct what it writes.`,
  };
  return { ...story, diagnostics: [...diagnostics, doubtful] };
}
