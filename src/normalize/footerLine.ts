import type { MatterRole } from '../book/tree.ts';

/** What a line at the end of a story or chapter is, if it is not story. */
export type FooterLine = { readonly rule: string; readonly confidence: number } & (
  | { readonly kind: 'closingLine' }
  | { readonly kind: 'matter'; readonly role: MatterRole }
  | { readonly kind: 'removed'; readonly reason: string }
);

/** Matches `The End`, `~Fin~`, `FIN.`, `TBC...`, `To be continued`, `Ende`; not `In the end, he left.` */
const closing =
  /^[^\p{L}\p{N}]*(?:the end|end|fin|finis|ende|einde|τέλος|конец|owari|tbc|to be continued|end of (?:chapter|part) \w+)[^\p{L}\p{N}]*$/iu;

/** Matches `1800 words`, `(Word count: 3,204)`. */
const wordCount = /^\W*(?:word ?count:?\s*)?\d[\d.,]*\s*(?:words)?\W*$/i;

/** Matches `Back to the Archive`, `Return to Index`, `[Home]`, `Next chapter`; not `Back to work.`, `Home.`, `Go to bed, my love`. */
const navigation =
  /^\W*(?:(?:back|return) to (?:the |my )?(?:\w+ ){0,3}(?:archive|index|stories|fiction|library|main page|home ?page|contents|top)|next (?:chapter|part)|previous (?:chapter|part)|table of contents)[\s\])>*]*$|^[[<(|]\s*(?:home|index|main|top|next|previous|back)\s*[\])>|]$/i;

/** Matches `Also, why not join Level Three, the all-fic list?`, `Visit my website at …`; not `Nobody came to visit the site.` */
const promotion =
  /^\W*(?:also,? |and |please,? |so )*(?:why not |come |do )?(?:join|subscribe to|visit|check out|vote for)\b.*\b(?:list|group|archive|site|website|web ?page|community|web ?ring|forum)\b|\byahoo ?groups?\b/i;

/**
 * Matches `If you enjoyed this story, please send feedback to M`, `Reviews feed the author.`, `Feedback to x@y is
 * answered`, `Tell me what you think!`; not `I never did answer the e-mail you sent to me.` What is asked for has to be
 * a word about the story, and asked for.
 */
const feedback = new RegExp(
  [
    String.raw`\bplease\b.{0,80}\b(?:feedback|reviews?|comments?|con ?crit|kudos)\b`,
    String.raw`(?:^|[.!?,]\s+)(?:so |and |do )?(?:send|leave|drop)\b.{0,40}\b(?:feedback|reviews?|comments?|kudos|con ?crit)\b`,
    String.raw`\b(?:feedback|reviews?|comments?|con ?crit|kudos)\b.{0,60}(?:\b(?:welcome|appreciated|adored|cherished|craved|feeds?|(?:is|are) (?:love|loved|answered))\b|\S@\S)`,
    String.raw`\b(?:let me know|tell me) what you (?:think|thought)\b`,
    String.raw`^\W*(?:please )?(?:r ?& ?r|(?:read and )?review)\W*$`,
  ].join('|'),
  'i',
);

/** Footer lines are short; the longest plea seen without a label has about 200 characters. */
const maxFooterLength = 240;
const maxFurnitureLength = 90;

/** Reads a line at the end as a footer by its own words: `Fin.` → closing line; `null` for anything that may be story. */
export function readFooterLine(text: string): FooterLine | null {
  if (text.length > maxFooterLength || /^["“«]/.test(text)) return null;
  if (closing.test(text)) return { kind: 'closingLine', rule: 'end-marker', confidence: 0.95 };
  if (text.length <= maxFurnitureLength) {
    if (wordCount.test(text) && /word/i.test(text)) {
      return { kind: 'removed', reason: 'word-count', rule: 'word-count', confidence: 0.95 };
    }
    if (navigation.test(text)) {
      return { kind: 'removed', reason: 'archive-navigation', rule: 'navigation-line', confidence: 0.8 };
    }
    if (promotion.test(text)) {
      return { kind: 'removed', reason: 'list-promotion', rule: 'list-promotion', confidence: 0.85 };
    }
  }
  if (feedback.test(text)) return { kind: 'matter', role: 'feedback', rule: 'feedback-plea', confidence: 0.85 };
  return null;
}

/** A name alone on a line, as archives print theirs under a story: `Level Three Records Room`; not a sentence. */
export function looksLikeArchiveName(text: string): boolean {
  return text.length <= 60 && /^[\p{Lu}\p{N}][^.!?"“”:;]*$/u.test(text) && text.split(' ').length <= 8;
}
