import { withAuthors, withoutMarks } from '../opening/storyFacts.ts';
import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/** The header lines of mail and Usenet (RFC 5322, RFC 5536), and those that programs add; a list's digest sets some in: `Message: 3`, `   Date: …`. */
const headerName =
  /^(?:from|to|cc|subject|date|newsgroups|message-id|lines|path|organization|organisation|references|in-reply-to|reply-to|sender|nntp-posting-(?:host|date|user)|mime-version|content-[\w-]+|xref|approved|followup-to|received|return-path|delivered-to|mailing-list|precedence|errors-to|resent-[\w-]+|summary|keywords|distribution|expires|supersedes|archive-name|status|list-[\w-]+|x-[\w-]+|x):(?:\s|$)|^\s{0,6}(?:message: ?\d|(?:date|from|subject|to|reply-to): \S)/i;

/** A story's own header has none of these. */
const telling = /^(?:newsgroups|message-id|nntp-[\w-]+|mime-version|content-[\w-]+|xref|path|received|return-path|references|in-reply-to|organi[sz]ation|delivered-to|mailing-list|lines|x-[\w-]+|subject):|^\s{0,6}(?:message: ?\d|subject:)/i; // prettier-ignore

/** The address of a sender and the date that a program writes, with time and zone: `From: Nell <nell@quay.example>`, `Date: Thu, 8 Oct 1998 07:55:58 +0100`; not `Date: 8 October 1998`. */
const sender = /^from: .{0,120}[\w.-]@[\w-]/i;
const sendingDate = /^date: (?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{2,4} \d{1,2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,4})\b/i; // prettier-ignore
const minHeaderLines = 3;
const minTelling = 2;
const maxHeaderLines = 60;

/**
 * Takes off the header of a mail or a Usenet post at the start of a file: three lines `Name: value` at least, two of
 * them such as no story's own header has, up to the first blank line; one is enough beside a sender's address and a
 * program's date. A story's `Summary:` and `Date:` are no mail.
 * Where a file starts with one, other mails may follow in it: the later parts of the story. What a list puts under
 * each goes as well.
 */
export function findMailHeaders(finding: WrapperFinding): void {
  const { blocks, start, end } = finding;
  removeListFooters(finding);
  const source = finding.sources.find(({ path }) => path === blocks[start]?.span.file);
  if (source === undefined) return;
  const first = readHeader(source.lines, blocks[start]?.span.lines[0] ?? 1);
  if (first.length === 0) return;
  readSubject(finding, first);
  let headerEnd = 0;
  for (let index = start; index < end; index++) {
    const block = blocks[index];
    const line = block?.span.lines[0] ?? 0;
    const mayStart = index === start || (block?.kind === 'text' && block.blankLinesBefore > 0);
    if (mayStart && line >= headerEnd) headerEnd = line + readHeader(source.lines, line).length;
    if (line < headerEnd) markOnce(finding, index, removed('mail-header', 'It is a line of the mail’s or post’s header.')); // prettier-ignore
  }
}

/** The lines of a mail's header that starts with a line, counted from 1; none where it is no header of a mail. */
function readHeader(lines: readonly string[], from: number): readonly string[] {
  const header: string[] = [];
  for (let line = from; header.length < maxHeaderLines; line++) {
    const text = lines[line - 1] ?? '';
    // The mbox separator, and lines that go on with the one above.
    const belongs = headerName.test(text) || (header.length > 0 && /^\s+\S/.test(text)) || (line === from && /^From \S+ /.test(text)); // prettier-ignore
    if (!belongs) break;
    header.push(text);
  }
  const after = lines[from - 1 + header.length] ?? '';
  const told = header.filter(text => telling.test(text)).length;
  const isSent = header.some(text => sender.test(text)) && header.some(text => sendingDate.test(text));
  const isMail = header.length >= minHeaderLines && told + (isSent ? 1 : 0) >= minTelling;
  return isMail && after.trim() === '' ? header : [];
}

/** Matches `To unsubscribe from this group, send an email to: …`, `Your use of Yahoo! Groups is subject to …`, `---- Yahoo! Groups Sponsor ----`, `Tidefic mailing list`. */
const listFooter =
  /^(?:[<(*>)\s-]{0,6}to (?:unsubscribe|subscribe|post|change your (?:settings|options))\b.{0,60}(?:e-?mail|send|visit|go to|message).{0,160}|your use of .{1,60} is subject to .{1,160}|\W{0,40}yahoo!? groups? (?:links|sponsor)\W{0,40}.{0,80}|[\w.-]{1,60}-(?:un)?subscribe@[\w.-]+|[\w-]{2,40} mailing list(?: .{0,120})?)$/i;
const maxFooterLength = 300;

function removeListFooters(finding: WrapperFinding): void {
  for (let index = finding.start; index < finding.end; index++) {
    const block = finding.blocks[index];
    if (block?.kind !== 'text' || block.text.length > maxFooterLength || !listFooter.test(block.text)) continue;
    markOnce(finding, index, removed('list-footer', 'The mailing list puts it under every message.', 0.9));
  }
}

/** Matches `[FIC] Salt (1/3)`, `NEW: "Salt" 1/3 by Nell Hale`, `FIC: Salt`; not `Re: your question`. */
const storySubject = /^subject:\s*(?:re:\s*)?(?:\[(?:fan ?)?fic\]|(?:fan ?)?fic:|\bnew fic:|story:)\s*["“]?(?<title>[^"”([]{1,80}?)["”]?\s*(?:\d{1,3}\s?\/\s?[\d?]{1,3}|\[[^\]]*\]|\([^)]*\)|\s)*(?:\s*by (?<author>[\w. ]{3,40}))?$/i; // prettier-ignore

function readSubject(finding: WrapperFinding, header: readonly string[]): void {
  const span = finding.blocks[finding.start]?.span;
  const subject = header
    .map(text => storySubject.exec(text.slice(0, 200))?.groups)
    .find(groups => groups !== undefined);
  if (subject === undefined || span === undefined) return;
  const source = { span, confidence: 0.6 };
  const title = { text: withoutMarks(subject.title ?? ''), origin: 'text', ...source } as const;
  finding.facts = { ...finding.facts, title: finding.facts.title ?? title };
  if (subject.author !== undefined) finding.facts = withAuthors(finding.facts, subject.author.trim(), source);
}
