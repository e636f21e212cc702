import type { Inline } from '../../book/tree.ts';
import { type EmphasisConventions, type EmphasisMark, findEmphasisMarks } from './emphasisMarks.ts';

/** What was read in a text beside its words. */
export interface ReadMarks {
  /** Pairs of `*`, `_` and the like that became emphasis. */
  emphasis: number;
  /** Pairs of HTML's and bulletin boards' tags that became what they mean, and line breaks. */
  tags: number;
}

/** Emphasis longer than this is none, unless it takes the whole paragraph: its marks only happen to stand so. */
const maxEmphasisChars = 1200;

/**
 * Reads the emphasis that a plain text writes with `*`, `_`, `/` and leaked tags: an opening mark stands after a space,
 * bracket, dash or quote, a closing one before a space or punctuation, and both in the same paragraph. Matches
 * `_not_ now`, `(*really*)`, `**so** <i>there</i>`; not `Dormouse_in_Situ`, `assh*le`, `2 * 3 * 4`, `***`, `footnote*`.
 * A newline is a hard break.
 */
export function readTextInlines(
  text: string,
  conventions: EmphasisConventions,
  read: ReadMarks = { emphasis: 0, tags: 0 },
): Inline[] {
  if (!/[*_/<[\n]/.test(text)) return text === '' ? [] : [{ type: 'text', value: text }];
  const pairs = pairMarks(findEmphasisMarks(text, conventions), text.length);
  const root: Inline[] = [];
  const open: { readonly closesAt: number; readonly children: Inline[]; readonly mark: EmphasisMark }[] = [];
  let from = 0;
  const childrenNow = () => open.at(-1)?.children ?? root;
  for (const { mark, closesAt } of pairs) {
    pushTexts(childrenNow(), text.slice(from, mark.at), read);
    from = mark.at + mark.mark.length;
    if (closesAt !== null) {
      open.push({ closesAt, children: [], mark });
      continue;
    }
    const closed = open.pop();
    if (closed === undefined) continue;
    if (mark.isTag) read.tags++;
    else read.emphasis++;
    childrenNow().push(wrap(closed.children, closed.mark));
  }
  pushTexts(root, text.slice(from), read);
  return root;
}

interface PairedMark {
  readonly mark: EmphasisMark;
  /** Where the mark that closes it stands; `null` for a closing mark. */
  readonly closesAt: number | null;
}

/** Pairs each closing mark with the nearest open one of its name; marks between two that never close are words. */
function pairMarks(marks: readonly EmphasisMark[], textLength: number): PairedMark[] {
  const openMarks: EmphasisMark[] = [];
  const openOf = new Map<string, number>();
  const closesAt = new Map<number, number>();
  const closing = new Set<number>();
  const shut = (mark: EmphasisMark) => void openOf.set(mark.name, (openOf.get(mark.name) ?? 1) - 1);
  for (const mark of marks) {
    if (mark.canClose && (openOf.get(mark.name) ?? 0) > 0) {
      let opener = openMarks.pop();
      while (opener !== undefined && opener.name !== mark.name) {
        shut(opener);
        opener = openMarks.pop();
      }
      if (opener !== undefined) {
        shut(opener);
        const inner = mark.at - opener.at - opener.mark.length;
        const isWhole = opener.at === 0 && mark.at + mark.mark.length === textLength;
        if (inner > 0 && (inner <= maxEmphasisChars || isWhole || mark.isTag)) {
          closesAt.set(opener.at, mark.at);
          closing.add(mark.at);
        }
        continue;
      }
    }
    if (mark.canOpen) {
      openMarks.push(mark);
      openOf.set(mark.name, (openOf.get(mark.name) ?? 0) + 1);
    }
  }
  return marks.flatMap((mark): PairedMark[] => {
    const end = closesAt.get(mark.at);
    if (end !== undefined) return [{ mark, closesAt: end }];
    return closing.has(mark.at) ? [{ mark, closesAt: null }] : [];
  });
}

/** `***x***` is strong and emphasized: the first type is the outer one. */
function wrap(children: readonly Inline[], { types }: EmphasisMark): Inline {
  const [outer = 'emphasis', ...inner] = types;
  return inner.length === 0
    ? { type: outer, children }
    : { type: outer, children: inner.map(type => ({ type, children })) };
}

/** Matches a line break between the lines of verse, and one that leaked from HTML. */
const lineBreak = /\n| ?<br ?\/?> ?/gi;

function pushTexts(inlines: Inline[], text: string, read: ReadMarks): void {
  let from = 0;
  for (const match of text.matchAll(lineBreak)) {
    if (match.index > from) inlines.push({ type: 'text', value: text.slice(from, match.index) });
    inlines.push({ type: 'hardBreak' });
    if (match[0] !== '\n') read.tags++;
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ type: 'text', value: text.slice(from) });
}
