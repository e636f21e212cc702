import { blockText } from './plainText.ts';
import type { MatterRole, MatterSection } from './tree.ts';

/** What a reader wants to know before she begins, and what stands with a story's title if it is short. */
const shownRoles: readonly MatterRole[] = ['summary', 'warnings'];

/**
 * The most characters of one section that stand with the title; a longer one has a page of its own. AO3 takes no summary
 * of more than 1,250 characters, and so much still fits with the title on two screens of a phone.
 */
const maxShownCharacters = 1250;

/** A story's front matter: what stands on the page with its title, and what follows on pages of its own. */
export interface OpeningMatter {
  readonly withTitle: readonly MatterSection[];
  readonly after: readonly MatterSection[];
}

/** Parts a story's front matter; both halves keep the order of the source, in which it was written to be read. */
export function partOpeningMatter(sections: readonly MatterSection[]): OpeningMatter {
  const isShown = ({ role, blocks }: MatterSection) =>
    shownRoles.includes(role) && blockText(blocks).length <= maxShownCharacters;
  return { withTitle: sections.filter(isShown), after: sections.filter(section => !isShown(section)) };
}
