import type { MatterRole } from '../../book/tree.ts';
import { isFullName } from '../opening/personName.ts';
import { reportsWords } from '../voice/reportedWords.ts';

/** What a line at the end of a story or chapter is, if it is not story. */
export type FooterLine = { readonly rule: string; readonly confidence: number } & (
  | { readonly kind: 'closingLine' }
  | { readonly kind: 'matter'; readonly role: MatterRole; readonly why: string }
  | { readonly kind: 'removed'; readonly reason: string }
);

/** Matches `Fin du chapitre 1`, `Ende des ersten Kapitels`, `Fin de la première partie`, `Конец первой главы`; not `Fin de semana en casa`. */
const closingElsewhere =
  /^[^\p{L}\p{N}]{0,40}(?:ende|fin|fine|fim|einde|slut|koniec|конец|кінець)(?: (?:des|du|de la|del|de|della|do|da|von|van|på))?(?: \p{L}+)? (?:kapitels?|chapitre|cap[ií]tulo|capitolo|hoofdstuk|kapittel|rozdziału|teils?|partie|parte|deel|części|buch(?:es|s)?|livre|libro|livro|tome|prologs?|prologue|prólogo|prologo|epilogs?|épilogue|epílogo|epilogo|глав[ыи]|част(?:и|ини)|розділу|книги|тома|пролога|эпилога|истории|histoire|historia|geschichte|storia)(?: [\p{L}\d]+){0,2}[^\p{L}\p{N}]{0,40}$/iu;

/** Each match of {@link closingElsewhere} holds one; that pattern is large, and compiled for few texts. */
const closingWordElsewhere = /ende|fin|fim|einde|slut|koniec|конец|кінець/iu;

/** Matches `The End`, `~Fin~`, `FIN.`, `TBC...`, `To be continued`, `Ende`; not `In the end, he left.` */
const closing =
  /^[^\p{L}\p{N}]{0,40}(?:the end|end|fin|fini|finis|finito|finite|ende|einde|fine|koniec|fim|slut|τέλος|конец|кінець|owari|tbc|t\.b\.c|tbc in (?:part|chapter) \w+|continue[sd] in (?:part|chapter) \w+|to be continued|to be concluded|to be continued (?:in (?:part|chapter) \w+|soon|next (?:time|week|chapter))|the end for now|the end of (?:part|chapter|book) \w+|(?:and )?that['’]s the end|the (?:very|bitter) end|end of (?:the )?(?:story|fic|file|part|chapter|book|prologue|epilogue|series|transmission)|end (?:of )?(?:part|chapter) \w+ ?(?:of|\/) ?(?:\w+|\?)|end (?:part|chapter) \w+|end of (?:chapter|part|book) \w+|fortsetzung folgt|à suivre|continuará|continua|продолжение следует|全文完|全书完|完|完结|（完）|未完待续|つづく|終わり|おわり|続く)[^\p{L}\p{N}]{0,40}$/iu;

/** Matches `1800 words`, `(Word count: 3,204)`. */
const wordCount =
  /^\W{0,20}(?:(?:(?:total|final) )?word ?count:?\s*)?(?:approx(?:imately|\.)?|about|ca\.|~)?\s*\d[\d.,]*\s*(?:words?(?: (?:total|exactly))?)?\W{0,20}$/i;

/** Matches `Back to the Archive`, `Return to Index`, `[Home]`, `Next chapter`; not `Back to work.`, `Home.`, `Go to bed, my love`. */
const navigation =
  /^\W*(?:(?:back|return|go back) to (?:the |my )?(?:\w+ ){0,3}(?:archive|index|stories|fiction|library|main page|home ?page|contents|top)|next (?:chapter|part)|previous (?:chapter|part)|table of contents)[\s\])>*]*$|^[[<(|]\s*(?:home|index|main|top|next|previous|back)\s*[\])>|]$/i;

/** Matches `Also, why not join Level Three, the all-fic list?`, `Visit my website at …`; not `Nobody came to visit the site.` */
const promotion =
  /^\W*(?:also,? |and |please,? |so )*(?:why not |come |do )?(?:join|subscribe to|visit|check out|vote for)\b.*\b(?:list|group|archive|site|website|web ?page|community|web ?ring|forum)\b|\byahoo ?groups?\b/i;

/**
 * Matches `If you liked the tale, please send feedback to M`, `Reviews feed the author.`, `Feedback to x@y is
 * answered`, `Tell me what you think!`; not `I never did answer the e-mail you sent to me.` What is asked for has to be
 * a word about the story, and asked for.
 */
const feedback = new RegExp(
  [
    String.raw`\bplease\b.{0,80}\b(?:feedback|reviews?|comments?|con ?crit|kudos)\b`,
    String.raw`(?:^|[.!?,]\s+)(?:so |and |do )?(?:send|leave|drop)\b.{0,40}\b(?:feedback|reviews?|comments?|kudos|con ?crit)\b`,
    String.raw`\b(?:feedback|reviews?|comments?|con ?crit|kudos)\b.{0,60}(?:\b(?:welcome|appreciated|adored|cherished|craved|feeds?|(?:is|are) (?:love|loved|answered))\b|\S@\S)`,
    String.raw`\b(?:let me know|tell me) what you (?:think|thought)\b`,
    String.raw`^\W*(?:(?:now|so|okay|ok|and|please|pretty please)[,.!]* )*(?:r ?& ?r|(?:read and )?review)(?:,? please)?\W*$`,
    // "As always, all reviewers are loved", "Press the little blue button", "Vote and comment!"
    String.raw`\b(?:reviews|reviewers|comments|feedback|kudos|votes) (?:and \w+ )?(?:is|are|will be|would be) (?:\w+ )?(?:loved|love|cherished|appreciated|welcome|adored|treasured|my)\b`,
    String.raw`\b(?:press|click|hit|push) (?:that|the) (?:\w+ ){0,4}(?:button|review)\b`,
    String.raw`^\W*(?:please |don['’]t forget to |remember to )*(?:vote|comment|review|follow|like|favou?rite|rate)(?:,? (?:and|&|or) |, )(?:vote|comment|review|follow|like|favou?rite|rate|share)\b.{0,80}$`,
    String.raw`\b(?:what|how) did (?:you|y'all) think\?`,
  ].join('|'),
  'i',
);

/** Each match of {@link feedback} holds one of these; that pattern is large, and compiled for few texts. */
const feedbackWord =
  /feedback|review|comment|crit|kudos|vote|what you th|r ?& ?r|button|follow|like|favou?rite|rate|think\?/i;

/** Matches `Continued in "Tides"`, `The sequel is Tides.`, `Next: Tides`, `Read the sequel, Tides, here: http…`; not `What came next: nothing.` */
const sequelLink =
  /^\W{0,10}(?:continue[sd] in\b|(?:read |see )?(?:the |next in (?:the |this )?)?(?:sequel|series)(?: is| to this is|:|,)|sequel to (?:this|follow)\b|next(?: story| in series| part| chapter)?: )/i;

/** Matches `© 1997 by Nell Ashgrove`, `Copyright (c) 2001, N. Ashgrove`, `(c) Nell 2003`; not `Copyright is a fine thing.` */
const copyrightLine =
  /^\W{0,5}(?:©|\(c\)|copyright(?:ed)?\s*(?:©|\(c\)|\d))\s*(?:©|\(c\)|by\b)?(?=.*\d{4}|\s*\p{Lu}\p{Ll}+\s\p{Lu})/iu;

/** Whether a line says whose the rights are and nothing else. */
export function isCopyrightLine(text: string): boolean {
  return text.length <= maxFurnitureLength && copyrightLine.test(text);
}

/** Whether a line only counts the words of the story. */
export function isWordCount(text: string): boolean {
  return text.length <= maxFurnitureLength && /word/i.test(text) && wordCount.test(text);
}

/** The holder that a copyright line names: `© 1997 by Nell Ashgrove` → `Nell Ashgrove`; `null` where it names none. */
export function copyrightHolder(text: string): string | null {
  if (!isCopyrightLine(text)) return null;
  const words = text.replace(/©|\(c\)|\bcopyright(?:ed)?\b|\b\d{4}(?:\s*[-–,]\s*\d{2,4})*\b|\ball rights reserved\b|\bby\b/gi, ' '); // prettier-ignore
  const name = words.replace(/\s+/g, ' ').replace(/^[\s,.;:*_-]+|[\s,.;:*_-]+$/g, '');
  return isFullName(name) ? name : null;
}

/** Footer lines are short; the longest plea seen without a label has about 200 characters. */
const maxFooterLength = 240;
const maxFurnitureLength = 90;

/** Reads a line at the end as a footer by its own words: `Fin.` → closing line; `null` for anything that may be story. */
export function readFooterLine(text: string): FooterLine | null {
  if (text.length > maxFooterLength || /^["“«]/.test(text)) return null;
  if (
    closing.test(text) ||
    (text.length <= maxFurnitureLength && closingWordElsewhere.test(text) && closingElsewhere.test(text))
  )
    return { kind: 'closingLine', rule: 'end-marker', confidence: 0.95 };
  if (text.length <= maxFurnitureLength) {
    if (isWordCount(text)) {
      return { kind: 'removed', reason: 'word-count', rule: 'word-count', confidence: 0.95 };
    }
    if (navigation.test(text)) {
      return { kind: 'removed', reason: 'archive-navigation', rule: 'navigation-line', confidence: 0.8 };
    }
    if (sequelLink.test(text))
      return {
        kind: 'matter',
        role: 'endNotes',
        rule: 'sequel-link',
        confidence: 0.75,
        why: 'It says where the story goes on.',
      };
    if (promotion.test(text)) {
      return { kind: 'removed', reason: 'list-promotion', rule: 'list-promotion', confidence: 0.85 };
    }
  }
  if (copyrightLine.test(text))
    return {
      kind: 'matter',
      role: 'other',
      rule: 'copyright-line',
      confidence: 0.85,
      why: 'It says who holds the rights.',
    };
  // "Let me know what you think, Mother wrote, and I never did."
  if (feedbackWord.test(text) && feedback.test(text) && !reportsWords(text))
    return {
      kind: 'matter',
      role: 'feedback',
      rule: 'feedback-plea',
      confidence: 0.85,
      why: 'The author asks readers for a word.',
    };
  return null;
}

/** Matches `This file may be passed from board to board …`, `Do not archive without asking`, `Permission to archive is given`. */
const permission =
  /\b(?:may|can|free(?:ly)?|feel free to|permission|do not|don['’]t|not to) (?:\w+ ){0,6}?(?:be )?(?:copied|distributed?|passed|repost(?:ed)?|archived?|reproduced?|upload(?:ed)?|redistributed?|shared|post(?:ed)?)\b/i;
const ownText = /\b(?:file|stor(?:y|ies)|fic|text|work|document|it)\b/i;

/** Whether a paragraph at the end says what may be done with the text: pass it on, archive it, leave it unchanged. */
export function saysPermission(text: string): boolean {
  const start = text.slice(0, 400);
  return permission.test(start) && ownText.test(start);
}

/** A name alone on a line, as archives print theirs under a story: `Level Three Records Room`; not a sentence. */
export function looksLikeArchiveName(text: string): boolean {
  return text.length <= 60 && /^[\p{Lu}\p{N}][^.!?"“”:;]*$/u.test(text) && text.split(' ').length <= 8;
}
