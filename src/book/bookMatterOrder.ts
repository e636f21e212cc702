import type { MatterRole, MatterSection } from './tree.ts';

/**
 * The order in which a book's own pages are bound.
 *
 * @see https://standardebooks.org/manual/latest/single-page, and the chapter on the parts of a book in The Chicago Manual of Style
 */
const frontOrder: readonly MatterRole[] = [
  'dedication', 'epigraph', 'acknowledgments', 'permissions', 'disclaimer', 'summary', 'warnings', 'transcribersNote',
  'translatorsNote', 'authorsNote', 'introduction',
]; // prettier-ignore
const backOrder: readonly MatterRole[] = [
  'afterword', 'authorsNote', 'translatorsNote', 'transcribersNote', 'acknowledgments', 'permissions', 'disclaimer', 'endNotes',
]; // prettier-ignore

/** A book's own front matter in the order of print; what has no place in it comes last, and equals stay as they are. */
export function inFrontOrder(sections: readonly MatterSection[]): readonly MatterSection[] {
  return sorted(sections, frontOrder);
}

/** The same for the pages behind the stories. */
export function inBackOrder(sections: readonly MatterSection[]): readonly MatterSection[] {
  return sorted(sections, backOrder);
}

function sorted(sections: readonly MatterSection[], order: readonly MatterRole[]): readonly MatterSection[] {
  const rank = ({ role }: MatterSection) => (order.includes(role) ? order.indexOf(role) : order.length);
  return sections.toSorted((left, right) => rank(left) - rank(right));
}
