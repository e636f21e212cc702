import type { Row } from './row.ts';

/** Matches `> text`, `>> text`, `>`; not `>_<`. */
const quoted = /^\s{0,3}(?:>\s?)+(?=\s|[^\s_.<>]|$)/;

/** A text that was sent as an answer quotes nearly every line. */
const minQuotedShare = 0.9;
const minLines = 5;

/** Takes the marks of quotation off a text that a mail program quoted throughout; a letter quoted inside a story keeps them. */
export function unquoteMail(rows: readonly Row[]): readonly Row[] {
  const filled = rows.filter(({ text }) => text.trim() !== '');
  const marked = filled.filter(({ text }) => quoted.test(text));
  if (marked.length < minLines || marked.length < filled.length * minQuotedShare) return rows;
  return rows.map(row => ({ ...row, text: row.text.replace(quoted, '') }));
}
