/** One way to mend a piece of a line; `mend` may give it back as it is. */
export interface MarkupMending {
  readonly kind: 'html-tag';
  readonly pattern: RegExp;
  readonly mend: (damaged: string) => string;
}

/** Tags that stand in a story's file when a page was saved without its markup being read; others are what a text is about. */
const layoutTag = /<\/?(?:p|br|hr|center|div|span|font|blockquote|i|b|em|strong|u|s|del|strike|sup|sub|small|big|h[1-6])(?:\s[^<>\n]{0,120})?\s?\/?>/gi; // prettier-ignore
const anyTag = /<\/?[a-z][a-z0-9]*(?:\s[^<>\n]{0,120})?\s?\/?>/gi;

/** Matches a line that is a rule: `<hr>`, `<hr width="50%" />`, `<center><hr></center>`. */
const ruleTag = /^\s*(?:<(?:center|p|div)>\s*)?<hr(?:\s[^<>]{0,120})?\s?\/?>\s*(?:<\/(?:center|p|div)>\s*)?$/i;

/** Tags that only lay a line out: what is between them is the line. */
const containerTag = /<\/?(?:p|center|div|span|font|small|big)(?:\s[^<>\n]{0,120})?\s?\/?>/gi;

/** Matches what opens a line in bold, as titles, headings and labels do: `<b>The Bell Rope</b>`, `<strong>A/N:</strong> Hi`. */
const boldAtStart = /^\s*<(?<tag>b|strong)>(?<words>[^<>*_\n]{1,120})<\/\k<tag>>/i;

/** Whether all tags in a text are of the kind that pages leave in one: a lesson that shows `<table>` or `<script>` keeps its own. */
export function hasOnlyLayoutTags(text: string): boolean {
  return (text.match(anyTag)?.length ?? 0) === (text.match(layoutTag)?.length ?? 0);
}

/**
 * How tags left in plain text are mended: `<hr>` → `* * *`, `<center>***</center>` → `***`, `<b>Title</b>` at the start of
 * a line → `**Title**`. Line breaks and other emphasis stay for the reader of paragraphs, who knows them.
 */
export const leftoverMarkup: readonly MarkupMending[] = [
  { kind: 'html-tag', pattern: ruleTag, mend: () => '* * *' },
  { kind: 'html-tag', pattern: containerTag, mend: () => '' },
  { kind: 'html-tag', pattern: boldAtStart, mend: bold => bold.replace(boldAtStart, '**$<words>**') },
];
