import type { CoverPicture } from '../cover/pictureCover.ts';
import { type CoverStyle, coverStyles, isCoverStyle } from '../cover/coverStyles.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import type { Color } from '../drawing/drawing.ts';
import { nearestWord } from '../text/nearestWord.ts';
import type { CoverChoice } from './compileOptions.ts';

/** What the covers of a build are to be. */
export type CoverPlan =
  | { readonly type: 'none' }
  /** Drawn by the program; a style of `null` is chosen for each book. */
  | { readonly type: 'drawn'; readonly style: CoverStyle | null; readonly colors: readonly Color[] }
  /** A picture of the user's own, with the program's lettering or as it is. */
  | { readonly type: 'picture'; readonly picture: CoverPicture; readonly hasLettering: boolean; readonly colors: readonly Color[] }; // prettier-ignore

/** The style that stands for the one that suits a book best. */
export const suitedStyle = 'auto';

/** A cover in the words of whoever wants it: one word or name says the style, or the file of a picture. */
export function coverChoice(cover: string | CoverChoice): CoverChoice {
  if (typeof cover !== 'string') return cover;
  return namesPicture(cover) ? { image: cover } : { style: cover };
}

/**
 * Whether a cover is named by a file, for it has an ending or a folder: `front.jpg`, `art/front`; no style has.
 */
export function namesPicture(cover: string): boolean {
  return /[./\\]/.test(cover);
}

/** A cover as it is typed, with its colours; colours alone are those of the style that suits. */
export function typedCover(cover: string | undefined, colors: readonly string[] | undefined): CoverChoice | undefined {
  if (cover === undefined && colors === undefined) return undefined;
  return { ...coverChoice(cover ?? suitedStyle), colors };
}

/**
 * Settles what covers are to be before any story is read, so that a mistake is found at once.
 * @param preferred the theme's style, where nothing else is said
 * @throws CompileError `config/unknown-cover`, `config/invalid-cover` or `images/…` for a picture that cannot be shown
 */
export async function planCover(cover: string | CoverChoice | undefined, preferred: string): Promise<CoverPlan> {
  const choice = coverChoice(cover ?? preferred);
  const colors = (choice.colors ?? []).map(checkColor);
  if (colors.length > mostColors) {
    throw new CompileError(
      'config/invalid-cover',
      `A cover has up to ${mostColors} colours, and ${colors.length} are named.`,
      {
        hint: 'Name its ground, its ink and its accent.',
      },
    );
  }
  if (choice.image === undefined) return planStyle(choice.style ?? preferred, colors);
  if (choice.style !== undefined && choice.style !== suitedStyle) {
    throw new CompileError('config/invalid-cover', 'The cover has both a style and a picture of its own.', {
      hint: 'Name one of them.',
    });
  }
  const { readCoverPicture } = await import('./readCoverPicture.ts');
  const picture = await readCoverPicture(choice.image, choice.alt ?? null);
  return { type: 'picture', picture, hasLettering: choice.lettering ?? false, colors };
}

/** Ground, ink and accent. */
const mostColors = 3;

function planStyle(name: string, colors: readonly Color[]): CoverPlan {
  if (name === 'none') return { type: 'none' };
  if (name === suitedStyle) return { type: 'drawn', style: null, colors };
  if (isCoverStyle(name)) return { type: 'drawn', style: name, colors };
  const known = [...coverStyles, suitedStyle, 'none'];
  const nearest = nearestWord(name, known);
  throw new CompileError('config/unknown-cover', `There is no cover style "${name}".`, {
    hint: `${nearest === null ? '' : `Did you mean "${nearest}"? `}The styles are ${known.join(', ')}; a picture is named by its file, front.jpg.`,
  });
}

/** `#c41`, `#CC4411` → `#cc4411`. */
function checkColor(color: string): Color {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color.trim()) ?? [];
  if (digits === undefined) {
    throw new CompileError('config/invalid-cover', `"${color}" is not a colour for a cover.`, {
      hint: 'Write it like #1b3a4b, in quotes where it stands in a book.yaml.',
    });
  }
  const whole = digits.length === 3 ? [...digits].map(digit => digit + digit).join('') : digits;
  return `#${whole.toLowerCase()}`;
}
