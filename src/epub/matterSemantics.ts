import type { MatterRole } from '../book/tree.ts';

/** Whether a section stands before or after the text that it belongs to. */
export type MatterPlace = 'front' | 'back';

export interface Semantics {
  /** A term of the EPUB 3 Structural Semantics Vocabulary 1.1. */
  readonly epubType: string;
  /** The role of DPUB-ARIA 1.1 that matches it. */
  readonly role: string;
}

/**
 * What a section of matter is to a reading system; `null` where no term says what it is. An author's note is a preface
 * before the text ("an introductory section that precedes the work, typically written by its author") and an afterword
 * after it; a translator's is not by the author.
 *
 * @see https://www.w3.org/TR/epub-ssv-11/ and https://www.w3.org/TR/dpub-aria-1.1/
 */
export function matterSemantics(role: MatterRole, place: MatterPlace): Semantics | null {
  switch (role) {
    case 'acknowledgments':
      return semantics('acknowledgments');
    case 'authorsNote':
      return semantics(place === 'front' ? 'preface' : 'afterword');
    case 'endNotes':
      return place === 'back' ? semantics('afterword') : null;
    case 'dedication':
      return semantics('dedication');
    case 'epigraph':
      return semantics('epigraph');
    case 'summary':
      return semantics('abstract');
    case 'introduction':
      return semantics('introduction');
    case 'afterword':
      return semantics('afterword');
    case 'warnings':
      return semantics('notice');
    case 'disclaimer':
    case 'reviewPlea':
    case 'reviewReplies':
    case 'feedback':
    case 'translatorsNote':
    case 'transcribersNote':
    case 'permissions':
    case 'other':
      return null;
  }
}

function semantics(term: string): Semantics {
  return { epubType: term, role: `doc-${term}` };
}

/** Whether a section of this role stands without a heading when it brings none: nobody prints "Dedication" over one. */
export function standsWithoutHeading(role: MatterRole): boolean {
  return role === 'dedication' || role === 'epigraph';
}

/** `authorsNote` → `authors-note`: a role's name in file names and classes. */
export function roleName(role: MatterRole): string {
  return role.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
