import type { StoryField } from '../../book/tree.ts';
import type { SourceSpan } from '../../diagnostics/diagnostic.ts';
import { labelMeaning } from '../voice/knownLabels.ts';
import { front } from '../opening/openingHeader.ts';
import { withAuthors, withLabelledFact, withoutMarks } from '../opening/storyFacts.ts';
import { markOnce, removed, type WrapperFinding } from './wrapperFinding.ts';

/** Matches `Rated: Fiction T - English - Angst - Chapters: 3 - Words: 12,345 - Reviews: 9 - id: 1234567`; not `Rated: PG for bad jokes`. */
const metaLine = /^(?:Fiction )?Rated:? (?:Fiction )?[A-Z]\+?\s+-\s/i;
const isMetaPart = /(?:^|\s-\s)(?:chapters|words|reviews|favs|follows|updated|published|status|id): ?\S/i;

/** Lines of the site's pages: `Follow/Fav Salt`, `Books » Saltmarsh »`, `- Text Size +`, `Share: Email . Facebook`. */
const pageLine =
  /^(?:Follow\/Fav|(?:Books|Anime\/Manga|Cartoons|Comics|Games|Misc|Plays\/Musicals|Movies|TV Shows|Anime|TV|Crossovers|FanFiction) ?[|»>] .{1,120}|\W{0,4}Text Size\b.{0,20}|Share: Email\b.{0,60}|Favorite ?: Story Author.{0,60}|Follow ?: Story Author.{0,60}|Story Story Writer Forum Community|The author would like to thank you for your continued support\. Your review has been posted\.|Return to Top|Review this (?:Story|Chapter)(?:\/Chapter)?|\+ ?- ?Full ?3\/4 ?1\/2.{0,40}|A {1,3}A {1,3}A|Just In All Stories:.{0,60}|.{0,60}Desktop Mode .{0,3}Twitter.{0,80})$/i;

const maxLineLength = 400;
const maxTitleBlockDistance = 4;

/**
 * Reads the head of a page copied from FanFiction.net: title, `By: author`, summary, the line with rating and counts;
 * and takes off the page's own lines and its menu of chapters.
 */
export function findFanFictionNetPage(finding: WrapperFinding): void {
  const { blocks, start, end } = finding;
  let isPage = false;
  for (let index = start; index < end; index++) {
    const text = blocks[index]?.text ?? '';
    if (blocks[index]?.kind !== 'text' || text.length > maxLineLength) continue;
    if (metaLine.test(text) && isMetaPart.test(text)) {
      readMetaLine(finding, index, text, !isPage);
      isPage = true;
    } else if (pageLine.test(text) || isChapterMenu(text)) {
      markOnce(finding, index, removed('site-page', 'It belongs to the site’s page, not to the story.', 0.9));
    }
  }
}

/** Matches the menu of chapters on one line: `1. Chapter 1 2. Salt 3. Tides`, `1. The Ferry2. The Bell3. Home Next >`. */
function isChapterMenu(text: string): boolean {
  const numbers = [...text.matchAll(/(?:^|\s|\D)(\d{1,3})\. (?=\S)/g)].map(match => Number(match[1]));
  return numbers.length >= 3 && numbers.every((number, order) => number === order + 1) && text.startsWith('1. ');
}

function readMetaLine(finding: WrapperFinding, index: number, text: string, isFirst: boolean): void {
  const span = finding.blocks[index]?.span;
  if (span === undefined) return;
  if (!isFirst) {
    // A copy of several chapters' pages has the line above each.
    markOnce(finding, index, removed('site-page', 'It repeats the line with rating and counts.'));
    return;
  }
  const because = { rule: 'wrapper:fanfiction-net', confidence: 0.95 };
  markOnce(finding, index, { kind: 'field', ...because, why: 'It is the site’s line with rating and counts.' });
  readFields(finding, text, span);
  readHead(finding, index, because);
}

/** Genres as the site names them; they tell that part of the line from the characters. */
const genres = new Set('adventure|angst|crime|drama|family|fantasy|friendship|general|horror|humor|hurt|comfort|mystery|parody|poetry|romance|sci-fi|spiritual|supernatural|suspense|tragedy|western'.split('|')); // prettier-ignore

function readFields(finding: WrapperFinding, text: string, span: SourceSpan): void {
  const parts = text.split(/\s+-\s+/);
  const source = { span, confidence: 0.9 };
  const add = (field: Omit<StoryField, 'span'>) => {
    finding.facts = { ...finding.facts, fields: [...finding.facts.fields, { ...field, span }] };
  };
  parts.forEach((part, order) => {
    const labelled = /^(?<label>[A-Za-z ]{2,12}): ?(?<value>.+)$/.exec(part)?.groups;
    const label = labelled?.label ?? '';
    const value = labelled?.value ?? part;
    const meaning = label.toLowerCase() === 'id' ? null : labelMeaning(label);
    if (order === 0) add({ key: 'rating', label: 'Rated', value: part.replace(/^.*?Rated:? (?:Fiction )?/i, '') });
    else if (meaning !== null && meaning.kind !== 'matter' && meaning.kind !== 'title') {
      const line = { label, value, meaning, isOrdinaryWord: false, isBracketed: false, labelLength: 0 };
      finding.facts = withLabelledFact(finding.facts, line, meaning, source);
    } else if (label !== '') add({ key: label.toLowerCase(), label, value });
    else if (order === 1)
      finding.facts = withLabelledFact(finding.facts, { label: 'Language', value, meaning: { kind: 'language' }, isOrdinaryWord: false, isBracketed: false, labelLength: 0 }, { kind: 'language' }, source); // prettier-ignore
    else if (value.split('/').every(genre => genres.has(genre.toLowerCase())))
      add({ key: 'genre', label: 'Genre', value }); // prettier-ignore
    else add({ key: 'characters', label: 'Characters', value });
  });
}

interface Because {
  readonly rule: string;
  readonly confidence: number;
}

/** Title, byline and summary above the line with the counts. */
function readHead(finding: WrapperFinding, index: number, because: Because): void {
  const { blocks, start } = finding;
  for (let at = index - 1; at >= Math.max(start, index - maxTitleBlockDistance); at--) {
    const author = /^(?:By|Author): ?(?<name>.{2,80})$/i.exec(blocks[at]?.text ?? '')?.groups?.name;
    const [line, above] = [blocks[at], blocks[at - 1]];
    if (author === undefined || line === undefined) continue;
    const source = { span: line.span, confidence: 0.95 };
    finding.facts = withAuthors(finding.facts, author.replace(/\s+Follow\/Fav.*$/i, ''), source);
    markOnce(finding, at, { kind: 'byline', ...because, why: 'The site’s page names the author here.' });
    if (above?.kind === 'text' && at - 1 >= start && above.text.length < maxLineLength) {
      const text = withoutMarks(above.text.replace(/^Follow\/Fav\s*|\s*Follow\/Fav$/i, ''));
      finding.facts = { ...finding.facts, title: finding.facts.title ?? { text, origin: 'text', confidence: 0.95, span: above.span } }; // prettier-ignore
      markOnce(finding, at - 1, { kind: 'title', ...because, why: 'The site’s page has the title above the author.' });
    }
    for (let summary = at + 1; summary < index; summary++) {
      markOnce(finding, summary, { kind: 'matter', ...because, why: 'The site’s page has the summary between author and rating.', matter: front('summary', summary === at + 1) }); // prettier-ignore
    }
    return;
  }
}
