import { graphemeClusters } from '../text/graphemeClusters.ts';
import { coversText } from './coverage.ts';
import type { FontFace } from './fontFace.ts';
import { scriptOf } from './scripts.ts';

/** A stretch of text that one face can set. */
export interface FaceRun {
  readonly text: string;
  readonly face: FontFace;
  /** Grapheme clusters that no face of the chain covers; empty when all is well. */
  readonly missing: readonly string[];
}

/** A font of a chain, whatever it takes to know what it covers. */
export interface ChainLink {
  readonly covers: (text: string) => boolean;
  /** Whether it goes behind the others for signs that are known in colour. */
  readonly yieldsEmoji?: boolean;
}

/** A stretch of text for one link of a chain. */
export interface LinkRun<Link> {
  readonly text: string;
  readonly link: Link;
  readonly missing: readonly string[];
}

/** Splits text over a chain of faces, as {@link splitOverChain} does. */
export function splitByFace(text: string, chain: readonly [FontFace, ...FontFace[]]): FaceRun[] {
  const linkOf = (face: FontFace) => ({ face, covers: (part: string) => coversText(face, part) });
  const [first, ...others] = chain;
  return splitOverChain(text, [linkOf(first), ...others.map(linkOf)]).map(run => ({
    text: run.text,
    face: run.link.face,
    missing: run.missing,
  }));
}

/** Where punctuation at the edge of a word of another script belongs: with the word, or with the text around it. */
export interface SplitOptions {
  /** Whether the text around is in Chinese, Japanese or Korean, whose marks are as wide as their characters. */
  readonly isEastAsian?: boolean;
}

/**
 * Splits text by grapheme cluster over a chain. The letters of a word in one script go together to the first link that has
 * all of them; where none has, each cluster goes to the first that has it. Marks between go with their neighbours where that
 * makes fewer changes. What no link has stays with the first and is named in `missing`.
 */
export function splitOverChain<Link extends ChainLink>(
  text: string,
  chain: readonly [Link, ...Link[]],
  options: SplitOptions = {},
): LinkRun<Link>[] {
  const [own] = chain;
  if (own.covers(text)) return [{ text, link: own, missing: [] }];
  const clusters = placeLetters(text, chain);
  keepMarksWithNeighbours(clusters, own, options);
  return joinClusters(clusters);
}

interface Cluster<Link> {
  readonly text: string;
  readonly script: string | null;
  link: Link;
  readonly isMissing: boolean;
}

/** Gives each cluster the link that it would have by itself, the letters of a word the one that has them all. */
function placeLetters<Link extends ChainLink>(text: string, chain: readonly [Link, ...Link[]]): Cluster<Link>[] {
  const clusters: Cluster<Link>[] = [];
  let word: string[] = [];
  let script: string | null = null;
  const closeWord = (): void => {
    const whole = chain.find(link => word.every(cluster => link.covers(cluster)));
    for (const cluster of word) clusters.push(placeCluster(cluster, script, chain, whole));
    word = [];
  };
  for (const segment of graphemeClusters(text)) {
    const found = scriptOf(segment);
    if (word.length > 0 && found !== script) closeWord();
    script = found;
    if (found === null) clusters.push(placeCluster(segment, null, chain));
    else word.push(segment);
  }
  closeWord();
  return clusters;
}

function placeCluster<Link extends ChainLink>(
  text: string,
  script: string | null,
  chain: readonly [Link, ...Link[]],
  known?: Link,
): Cluster<Link> {
  const yields = script === null && showsEmoji.test(text);
  const link =
    known ??
    chain.find(each => !(yields && each.yieldsEmoji === true) && each.covers(text)) ??
    (yields ? chain.find(each => each.covers(text)) : undefined);
  return { text, script, link: link ?? chain[0], isMissing: link === undefined };
}

/** Matches `😀`, `❤` with the selector for emoji, a keycap; not `❤` alone, `©`, `1`. */
const showsEmoji = /\p{Emoji_Presentation}|\ufe0f/u;

/** Matches `1` and `a`, which stay in the text's own face inside of other scripts. */
const staysOwn = /^[0-9A-Za-z]/;

/** Scripts whose marks are as wide as their characters. */
const eastAsian: ReadonlySet<string> = new Set(['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo']);

/** Lets marks that the first link has go with letters of another link that stand on both sides, or make up the word. */
function keepMarksWithNeighbours<Link extends ChainLink>(
  clusters: readonly Cluster<Link>[],
  own: Link,
  { isEastAsian = false }: SplitOptions,
): void {
  let start = 0;
  while (start < clusters.length) {
    let end = start;
    while (end < clusters.length && clusters[end]?.script === null) end++;
    const before = clusters[start - 1];
    const after = clusters[end];
    const marks = clusters.slice(start, end);
    const neighbour = commonNeighbour(before, after, isEastAsian);
    if (neighbour !== null && before !== undefined) takeMarks(marks, neighbour, own);
    if (neighbour !== null && after !== undefined) takeMarks(marks.toReversed(), neighbour, own);
    keepSignsTogether(marks, before?.link ?? own, own);
    start = end + 1;
  }
}

/** Gives marks to a link, from the letters' side on, up to the first that it cannot have: so no change is added. */
function takeMarks<Link extends ChainLink>(marks: readonly Cluster<Link>[], taker: Link, own: Link): void {
  for (const mark of marks) {
    if (
      mark.link !== taker &&
      (mark.link !== own || mark.isMissing || staysOwn.test(mark.text) || !taker.covers(mark.text))
    )
      return;
    mark.link = taker;
  }
}

/** Signs that the text's face lacks stay with the one before them, if that is of another face, too, and has them. */
function keepSignsTogether<Link extends ChainLink>(marks: readonly Cluster<Link>[], before: Link, own: Link): void {
  let last = before;
  for (const mark of marks) {
    if (mark.link !== own && last !== own && !showsEmoji.test(mark.text) && last.covers(mark.text)) mark.link = last;
    last = mark.link;
  }
}

/** The link of the letters on both sides; at the edge of a text, of those on one side. */
function commonNeighbour<Link>(
  before: Cluster<Link> | undefined,
  after: Cluster<Link> | undefined,
  isEastAsian: boolean,
): Link | null {
  if (before !== undefined && after !== undefined) return before.link === after.link ? before.link : null;
  const only = before ?? after;
  if (only === undefined) return null;
  return only.script !== null && eastAsian.has(only.script) && !isEastAsian ? null : only.link;
}

function joinClusters<Link>(clusters: readonly Cluster<Link>[]): LinkRun<Link>[] {
  const runs: { texts: string[]; link: Link; missing: string[] }[] = [];
  for (const { text, link, isMissing } of clusters) {
    const last = runs.at(-1);
    const run = last?.link === link ? last : { texts: [], link, missing: [] };
    if (run !== last) runs.push(run);
    run.texts.push(text);
    if (isMissing) run.missing.push(text);
  }
  return runs.map(({ texts, link, missing }) => ({ text: texts.join(''), link, missing }));
}
