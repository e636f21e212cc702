import { isBlankLine } from './blankLine.ts';
import type { SettledLines } from './manuscript.ts';
import type { Row } from './row.ts';

/** A text without the marks that a mail program put before its lines. */
export interface UnquotedMail {
  readonly rows: readonly Row[];
  /** Lines that only the mail program wrote: `On Monday, Nell wrote:`, and `>` alone. */
  readonly settled: readonly SettledLines[];
  /** The lines above and below the quotation, by their numbers in the file: words of the person who answers, and their place. */
  readonly answers: ReadonlyMap<number, 'front' | 'back'>;
}

/** Matches `> text`, `>> text`, `>`; not `>_<`. */
const quoted = /^\s{0,3}(?:>\s?)+(?=\s|[^\s_.<>]|$)/;

/** A text that was sent as an answer quotes nearly every line. */
const minQuotedShare = 0.9;
const minLines = 5;
/** An answer under the line that says whose words are quoted is no longer than this share of the whole. */
const maxAnswerShare = 0.3;
/** That line opens the mail; in a story that quotes one it stands further down. */
const maxLinesAbove = 3;

/** Matches `Subject: Salt`, which is a mail's header and no answer. */
const headerLine = /^[A-Z][\w-]{1,30}:\s/;

/** Matches `On Mon, 3 Feb 2003, Nell Hale wrote:`, `--- Nell <nell@example.org> wrote:`, `Nell schrieb:`; not `She wrote: come.` */
const attribution =
  /^\W{0,6}(?=.*(?:\d|\p{Lu})).{1,200}\b(?:wrote|writes|said|schrieb|a écrit|ha scritto|escribió|escreveu)\s?:\s*$|^\W*-{2,} ?(?:original message|forwarded (?:message|by)\b.*?) ?-{2,}\W*$/iu;

/**
 * Takes the marks of quotation off a text that a mail program quoted throughout, with the line that says whose words they
 * are; a letter quoted inside a story keeps its marks, for most of the lines around it have none.
 */
export function unquoteMail(file: string, rows: readonly Row[]): UnquotedMail {
  const filled = rows.filter(({ text }) => !isBlankLine(text));
  const marked = filled.filter(({ text }) => quoted.test(text));
  const [first, last] = [marked[0]?.line ?? 0, marked.at(-1)?.line ?? 0];
  const opening = filled.filter(({ text }) => !headerLine.test(text)).slice(0, maxLinesAbove);
  const isAttributed = opening.some(({ text, line }) => line < first && isAttribution(text));
  const judged = isAttributed ? filled.filter(({ line }) => line >= first && line <= last) : filled;
  const outsideShare = 1 - judged.length / Math.max(1, filled.length);
  if (marked.length < minLines || marked.length < judged.length * minQuotedShare || outsideShare > maxAnswerShare) {
    return { rows, settled: [], answers: new Map() };
  }
  const settled: SettledLines[] = [];
  const answers = new Map<number, 'front' | 'back'>();
  const unquoted = rows.map((row): Row => {
    const { text, line } = row;
    const isOutside = (line < first || line > last) && !isBlankLine(text);
    const namesSender = isOutside && isAttribution(text);
    const rest = namesSender ? '' : text.replace(quoted, '');
    if (isBlankLine(rest) && !isBlankLine(text)) settled.push(mailLine(file, row, namesSender));
    else if (isOutside && !headerLine.test(text)) answers.set(line, line < first ? 'front' : 'back');
    return { ...row, text: rest };
  });
  return { rows: unquoted, settled, answers };
}

function isAttribution(text: string): boolean {
  return attribution.test(text.slice(0, 240));
}

/** A mark of quotation with nothing after it is no words that were left out. */
function mailLine(file: string, { text, line }: Row, namesSender: boolean): SettledLines {
  return {
    kind: namesSender ? 'removed' : 'markup',
    text: text.trim(),
    reason: namesSender ? 'mail-header' : 'mail-quotation',
    rule: 'quoted-mail',
    confidence: 0.95,
    span: { file, lines: [line, line] },
  };
}
