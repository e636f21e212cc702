import { decodeHTML } from 'entities';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceText } from '../source/sourceText.ts';
import { doubleEncodedRuns, findDoubleEncoding } from './doubleEncoding.ts';
import { hasOnlyLayoutTags, leftoverMarkup } from './leftoverMarkup.ts';
import type { Repair } from './manuscript.ts';

/** Lines with what was damaged on their way mended, and the list of it. */
export interface RepairedLines {
  readonly lines: readonly string[];
  readonly repairs: readonly Repair[];
}

/** A kind of damage that a text was found to have, and how a piece of it is mended. */
interface Mending {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly mend: (damaged: string) => string;
}

/**
 * Mends what programs did to a text's letters: a second encoding (`â€œ` → `“`), HTML entities left in plain text
 * (`&quot;` → `"`), tags (`<hr>` → `* * *`), escaped quotation marks (`\"` → `"`), control characters and zero-width spaces (left out). Each kind is
 * looked for in the whole text first, and mended only where it is no accident. Lines stay as many as they are.
 */
export function repairLines(source: SourceText, report: Report): RepairedLines {
  const text = source.lines.join('\n');
  const mendings = findMendings(text, source.format === 'plainText');
  const counts = new Map<string, Repair & { readonly count: number }>();
  let lines = source.lines;
  for (const { kind, pattern, mend } of mendings) {
    lines = lines.map((line, index) =>
      line.replace(pattern, damaged => {
        const mended = mend(damaged);
        if (mended !== damaged) count(counts, source.path, kind, damaged, mended, index + 1);
        return mended;
      }),
    );
  }
  const repairs = [...counts.values()];
  reportControls(source.path, repairs, report);
  return { lines, repairs };
}

function count(
  counts: Map<string, Repair & { readonly count: number }>,
  file: string,
  kind: string,
  before: string,
  after: string,
  line: number,
): void {
  const key = `${kind} ${before}`;
  const known = counts.get(key);
  const first = known?.span.lines[0] ?? line;
  counts.set(key, { kind, before, after, count: (known?.count ?? 0) + 1, span: { file, lines: [first, line] } });
}

function findMendings(text: string, isPlainText: boolean): Mending[] {
  const mendings: Mending[] = [];
  const decode = findDoubleEncoding(text);
  if (decode !== null) mendings.push({ kind: 'double-encoding', pattern: doubleEncodedRuns, mend: decode });
  const isMarkupLeftOver = isPlainText && !speaksOfHtml.test(text) && hasOnlyLayoutTags(text);
  if (isMarkupLeftOver && /<[/a-z]/i.test(text)) mendings.push(...leftoverMarkup);
  if (isMarkupLeftOver && text.search(entity) >= 0) {
    mendings.push({ kind: 'html-entity', pattern: entity, mend: damaged => decodeHTML(damaged) });
  }
  if (isPlainText && hasEscapedQuotes(text)) {
    mendings.push({ kind: 'escaped-quote', pattern: escapedQuote, mend: damaged => damaged.slice(1) });
  }
  if (text.search(controls) >= 0) mendings.push({ kind: 'control-character', pattern: controls, mend: () => '' });
  if (text.search(zeroWidth) >= 0) mendings.push({ kind: 'zero-width-character', pattern: zeroWidth, mend: () => '' });
  return mendings;
}

/** Matches `&quot;`, `&amp;`, `&#8217;`, `&#x2019;`, `&nbsp;`; not `AT&T;` or `&copy that`. */
const entity =
  /&(?:quot|amp|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|shy|laquo|raquo|copy|deg|[aeiouyncAEIOUYNC](?:acute|grave|circ|uml|tilde|cedil|ring)|szlig|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});/g;

/** A text that speaks of HTML, or writes tags out, keeps its entities and tags: they are what it is about. */
const speaksOfHtml = /\bX?HTML\b|&lt;\/?[a-z]/i;

/** Matches `\"` and `\'`, as strings of programs write quotation marks. */
const escapedQuote = /\\["'“”‘’]/g;
const minEscapes = 3;

/** Whether a text escapes its quotation marks throughout: three at least, and more than it has plain double ones. */
function hasEscapedQuotes(text: string): boolean {
  const escapes = text.match(escapedQuote)?.length ?? 0;
  const plain = text.match(/(?<!\\)"/g)?.length ?? 0;
  return escapes >= minEscapes && escapes > plain;
}

/** Control characters that are no white space, Ctrl-Z and the like. */
const controls = /[\u0000-\u0008\u000e-\u001b\u007f-\u0084\u0086-\u009f]/g;

/** Zero-width spaces and marks, and soft hyphens; the joiners that Persian words and emoji need stay. */
const zeroWidth = /[\u200b\u2060\ufeff\u00ad]/g;

function reportControls(path: string, repairs: readonly (Repair & { readonly count: number })[], report: Report): void {
  const removed = repairs.filter(({ kind, before }) => kind === 'control-character' && before !== '\u001a');
  const [first] = removed;
  if (first === undefined) return;
  const total = removed.reduce((sum, repair) => sum + repair.count, 0);
  const last = Math.max(...removed.map(({ span }) => span.lines[1]));
  report({
    code: 'source/control-characters',
    severity: 'info',
    message: `${path} has ${total === 1 ? 'a control character' : `${total} control characters`}, left out of the text.`,
    span: { file: path, lines: [Math.min(...removed.map(({ span }) => span.lines[0])), last] },
  });
}
