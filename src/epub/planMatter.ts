import type { BookLabels } from '../book/labels.ts';
import type { MatterRole, MatterSection } from '../book/tree.ts';
import type { PrintedPages } from '../book/printedPage.ts';
import { pageFileName } from './bookPage.ts';
import type { BookPage, ContentsEntry } from './bookPage.ts';
import { labelLanguage } from './language.ts';
import { matterPage } from './matterPage.ts';
import type { FootnotesById } from './pageFootnotes.ts';
import { roleName } from './matterSemantics.ts';
import type { MatterPlace } from './matterSemantics.ts';
import type { BookImages } from './renderImage.ts';
import { matterTitle, visibleInlines } from '../book/titles.ts';

/** Pages in reading order and their entries in the contents. */
export interface PlannedPages {
  readonly pages: readonly BookPage[];
  readonly contents: readonly ContentsEntry[];
}

export interface MatterPlanOptions {
  /** Stands before every page's name: `book-`, `story-2-` or nothing. */
  readonly idPrefix: string;
  readonly division: (place: MatterPlace) => BookPage['division'];
  readonly headingLevel: number;
  readonly language: string;
  readonly labels: BookLabels;
  /** Where the pages of the print edition begin, when there is one. */
  readonly printedPages?: PrintedPages | undefined;
  readonly footnotes: FootnotesById;
  readonly images?: BookImages | undefined;
}

export interface PlannedMatter {
  readonly front: PlannedPages;
  readonly back: PlannedPages;
  /** Those pages that say whose the text is and what may be done with it. */
  readonly statements: readonly ContentsEntry[];
}

/** Roles in which authors say whose a text is and what may be done with it. */
const statementRoles: readonly MatterRole[] = ['disclaimer', 'permissions'];

/** The front and the back matter of a book or a story, each section a page of its own. */
export function planMatter(
  owner: { readonly frontMatter: readonly MatterSection[]; readonly backMatter: readonly MatterSection[] },
  options: MatterPlanOptions,
): PlannedMatter {
  const sections = [
    ...owner.frontMatter.map(section => ({ section, place: 'front' as const })),
    ...owner.backMatter.map(section => ({ section, place: 'back' as const })),
  ];
  const names = numberRepeats(sections.map(({ section }) => roleName(section.role)));
  const planned = sections.map(({ section, place }, index) => {
    const id = `${options.idPrefix}${names[index] ?? ''}`;
    const page = matterPage(section, { ...options, id, place, division: options.division(place) });
    return {
      place,
      page,
      entry: matterEntry(section, id, options),
      isStatement: statementRoles.includes(section.role),
    };
  });
  const standingAt = (place: MatterPlace): PlannedPages => {
    const there = planned.filter(item => item.place === place);
    return { pages: there.map(item => item.page), contents: there.map(item => item.entry) };
  };
  const statements = planned.filter(item => item.isStatement).map(item => item.entry);
  return { front: standingAt('front'), back: standingAt('back'), statements };
}

function matterEntry(section: MatterSection, pageId: string, { labels, language }: MatterPlanOptions): ContentsEntry {
  const isOwnTitle = visibleInlines(section.title) !== null;
  return {
    title: matterTitle(section, labels),
    fileName: pageFileName(pageId),
    language: isOwnTitle ? language : labelLanguage(labels, language),
    children: [],
  };
}

/** Makes names unique in a stable manner: `a b a` → `a b a-2`. */
function numberRepeats(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return names.map(name => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}-${String(count)}`;
  });
}
