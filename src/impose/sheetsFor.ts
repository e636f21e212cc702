import { folio, octavo, pagesOf, quarto } from './formes.ts';
import type { ImpositionRequest } from './imposition.ts';
import { leafGrid } from './leafGrid.ts';

/** How much paper a book takes. */
export interface SheetCount {
  /** Sheets of paper that are printed. */
  readonly sheets: number;
  /** How many pages they hold, flyleaves not counted: so many can be had for the same paper. */
  readonly holds: number;
  /** How many pages fewer would save a sheet; `null` when there is only one. */
  readonly fewerPages: number | null;
}

/** Counts without planning: what a report says of paper, and what would save a sheet. */
export function sheetsFor(request: ImpositionRequest): SheetCount {
  const places = placesPerSheet(request);
  const flyleafPages = request.flyleaves * 4;
  const sheets = Math.ceil((request.pages + flyleafPages) / places);
  const holdsOneFewer = (sheets - 1) * places - flyleafPages;
  return {
    sheets,
    holds: sheets * places - flyleafPages,
    fewerPages: holdsOneFewer < 1 ? null : request.pages - holdsOneFewer,
  };
}

/** How many pages a sheet of paper takes; more of them than one sheet of a mini-zine holds are refused by `planSheets`. */
function placesPerSheet(request: ImpositionRequest): number {
  switch (request.scheme) {
    case 'booklet':
    case 'signatures':
      return pagesOf(folio) * request.abreast;
    case 'quarto':
      return pagesOf(quarto);
    case 'octavo':
      return pagesOf(octavo);
    case 'mini-zine':
      return 8;
    case 'cut-and-stack':
    case 'stab': {
      const { columns, rows } = leafGrid(request);
      return columns * rows * 2;
    }
  }
}
