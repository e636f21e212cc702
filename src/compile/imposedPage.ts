import type { ImpositionSettings } from '../impose/impositionSettings.ts';
import { defaultPaper, homePaper } from '../impose/impositionSettings.ts';
import { pagePlacePt, trimFromPaper } from '../impose/schemeGrid.ts';
import { printSettingsOver, withoutPage } from '../theme/printSettingsOver.ts';
import { tinyPage, tinySizesPt, isTiny } from '../theme/tinyPage.ts';
import { leadingFor } from '../theme/pageCanon.ts';
import type { PrintSettings } from '../theme/themeSchema.ts';
import type { TrimPt } from '../theme/trimSizes.ts';

/** What is said of an edition's pages: of those of the whole book, and of its own. */
export interface StatedPages {
  readonly book: PrintSettings;
  readonly edition: PrintSettings;
}

/**
 * The settings of pages that lie on sheets: the page is what the paper folds to, unless the edition has its own. A size of
 * page that is said for all PDFs of a book counts where it fits the sheet; else it is that of the others, and so is what goes
 * with it.
 */
export function imposedSettings(imposition: ImpositionSettings, stated: StatedPages): PrintSettings {
  const book = fitsSheet(imposition, stated) ? stated.book : withoutPage(stated.book);
  const said = printSettingsOver(book, stated.edition);
  const trim = said.trim ?? foldedTrim(imposition);
  return printSettingsOver(schemeSettings(imposition, trim, said), { ...said, trim });
}

function fitsSheet(imposition: ImpositionSettings, { book }: StatedPages): boolean {
  const { scheme, abreast = 1, paper } = imposition;
  if (book.trim === undefined) return true;
  const place = pagePlacePt(scheme, paper ?? homePaper([book.trim[0], book.trim[1]]), abreast);
  return book.trim.every((side, index) => side <= (place[index] ?? 0) + 0.5);
}

function foldedTrim({ scheme, paper, abreast = 1 }: ImpositionSettings): [number, number] {
  const [width, height] = trimFromPaper(scheme, paper ?? defaultPaper(scheme, null, abreast), abreast);
  return [width, height];
}

/** Room for stitches through the side of a pile: holes at 12 mm from the spine, and the bend of the leaf, in points. */
const stabInnerPt = 62;

/** What a scheme asks of its pages. */
function schemeSettings({ scheme }: ImpositionSettings, trim: TrimPt, said: PrintSettings): PrintSettings {
  const size = said.bodySize ?? tinySizesPt.usual;
  const tiny = isTiny(trim) ? tinyPage(trim, size, said.leading ?? leadingFor(size, tinyCharacters)) : {};
  switch (scheme) {
    case 'mini-zine':
      return { ...tiny, frontMatter: 'none' };
    case 'booklet':
      return { ...tiny, frontMatter: 'brief' };
    case 'stab':
      return said.margins === undefined ? { ...tiny, margins: { inner: stabInnerPt } } : tiny;
    case 'signatures':
    case 'quarto':
    case 'octavo':
    case 'cut-and-stack':
      return tiny;
  }
}

/** So many characters a line of a tiny page holds. */
const tinyCharacters = 50;

/** Settings with another size of text; on a tiny page what follows from the size does. */
export function resizedSettings(
  settings: PrintSettings,
  trim: TrimPt,
  text: { readonly bodySizePt: number; readonly leadingPt: number },
  hasOwnMargins: boolean,
): PrintSettings {
  const { bodySizePt, leadingPt } = text;
  const sized = { ...settings, bodySize: bodySizePt, leading: leadingPt };
  if (!isTiny(trim) || hasOwnMargins) return sized;
  const { margins, paragraphIndent } = tinyPage(trim, bodySizePt, leadingPt);
  return { ...sized, margins, paragraphIndent };
}
