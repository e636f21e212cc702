import { withAuthors, withoutMarks } from './storyFacts.ts';
import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/** The header lines of mail and Usenet (RFC 5322, RFC 5536), and those that programs add; a list's digest sets some in: `Message: 3`, `   Date: …`. */
const headerName =
  /^(?:from|to|cc|subject|date|newsgroups|message-id|lines|path|organization|organisation|references|in-reply-to|reply-to|sender|nntp-posting-(?:host|date|user)|mime-version|content-[\w-]+|xref|approved|followup-to|received|return-path|delivered-to|mailing-list|precedence|errors-to|resent-[\w-]+|summary|keywords|distribution|expires|supersedes|archive-name|status|list-[\w-]+|x-[\w-]+|x):(?:\s|$)|^\s{0,6}(?:message: ?\d|(?:date|from|subject|to|reply-to): \S)/i;

/** A story's own header has none of these. */
const telling = /^(?:newsgroups|message-id|nntp-[\w-]+|mime-version|content-[\w-]+|xref|path|received|return-path|references|in-reply-to|organi[sz]ation|delivered-to|mailing-list|lines|x-[\w-]+|subject):|^\s{0,6}(?:message: ?\d|subject:)/i; // prettier-ignore
const minHeaderLines = 3;
const minTelling = 2;
const maxHeaderLines = 60;

/**
 * Takes off the header of a mail or a Usenet post at the start of a file: three lines `Name: value` at least, two of
 * them such as no story's own header has, up to the first blank line. A story's `Summary:` and `Date:` are no mail.
 */
export function findMailHeaders(finding: WrapperFinding): void {
  const { blocks, start, end } = finding;
  const first = blocks[start];
  const source = finding.sources.find(({ path }) => path === first?.span.file);
  if (first === undefined || source === undefined) return;
  const from = first.span.lines[0];
  const header: string[] = [];
  for (let line = from; header.length < maxHeaderLines; line++) {
    const text = source.lines[line - 1] ?? '';
    // The mbox separator, and lines that go on with the one above.
    const belongs = headerName.test(text) || (header.length > 0 && /^\s+\S/.test(text)) || (line === from && /^From \S+ /.test(text)); // prettier-ignore
    if (!belongs) break;
    header.push(text);
  }
  const after = source.lines[from - 1 + header.length] ?? '';
  const isMail = header.length >= minHeaderLines && header.filter(text => telling.test(text)).length >= minTelling;
  if (!isMail || after.trim() !== '') return;
  readSubject(finding, header);
  for (let index = start; index < end && (blocks[index]?.span.lines[0] ?? 0) < from + header.length; index++) {
    markOnce(finding, index, removed('mail-header', 'It is a line of the mail’s or post’s header.'));
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
