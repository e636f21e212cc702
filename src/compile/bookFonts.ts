import { isBundledFamily } from '../fonts/bundledFamilies.ts';
import type { FontFamily } from '../fonts/fontFamily.ts';
import type { ImpositionSettings } from '../impose/impositionSettings.ts';
import type { TextSize } from '../theme/textLadder.ts';
import type { PrintDesign } from '../theme/theme.ts';
import type { FontChoices } from './compileOptions.ts';

/** A page design whose fonts are named by family, and the families that do not come with the program. */
export interface FontedDesign {
  readonly design: PrintDesign;
  readonly families: readonly FontFamily[];
  readonly fallbacks: readonly FontFamily[];
  /** How pages that lie on sheets may be fitted to them; left out for others. */
  readonly imposed?: ImposedDesign;
  /** Folders in whose `node_modules` packages of fonts may be, besides the program's own. */
  readonly packageFolders: readonly string[];
}

/** Pages that lie on sheets: how, and what they are with text of another size. */
export interface ImposedDesign {
  readonly imposition: ImpositionSettings;
  /** Whether somebody said the size of the text or its leading, which is kept then. */
  readonly isTextSaid: boolean;
  readonly resized: (text: TextSize) => PrintDesign;
}

/** Opens the fonts that page designs and a book name, each once. */
export interface FontOpener {
  /** @throws CompileError `fonts/not-found`, `fonts/unreadable` or `fonts/embedding-forbidden`. */
  readonly open: (design: PrintDesign) => Promise<FontedDesign>;
}

/** What the book says goes before what a theme says; its fallbacks, before the theme's. */
export function createFontOpener({ body, headings, fallbacks = [], packageFolders = [] }: FontChoices = {}): FontOpener {
  const opened = new Map<string, Promise<FontFamily>>();
  const familyOf = async (source: string): Promise<FontFamily> => {
    const { openNamedFamily } = await import('../fonts/openFamily.ts');
    const family = opened.get(source) ?? openNamedFamily(source);
    opened.set(source, family);
    return family;
  };
  return {
    open: async design => {
      const text = [body ?? design.fonts.body, headings ?? design.fonts.headings, design.fonts.labels] as const;
      const others = [...fallbacks, ...(design.fonts.fallbacks ?? [])];
      const sources = [...new Set([...text, ...others])].filter(source => !isBundledFamily(source));
      const families = new Map<string, FontFamily>();
      for (const source of sources) families.set(source, withOwnName(await familyOf(source), [...families.values()]));
      const nameOf = (source: string): string => families.get(source)?.name ?? source;
      const fonts = { body: nameOf(text[0]), headings: nameOf(text[1]), labels: nameOf(text[2]) };
      return {
        design: { ...design, fonts },
        families: [...families.values()],
        fallbacks: await fallbackFamilies(others, families),
        packageFolders,
      };
    },
  };
} // prettier-ignore

async function fallbackFamilies(
  sources: readonly string[],
  families: ReadonlyMap<string, FontFamily>,
): Promise<FontFamily[]> {
  if (sources.length === 0) return [];
  const { bundledFamily } = await import('../fonts/bundledFonts.ts');
  return [...new Set(sources)].flatMap(source => families.get(source) ?? bundledFamily(source) ?? []);
}

/** A family of the name of another, or of one that comes with the program, gets a number, so that each goes by its own. */
function withOwnName(family: FontFamily, others: readonly FontFamily[]): FontFamily {
  let name = family.name;
  const isTaken = (): boolean => isBundledFamily(name) || others.some(other => other.name === name);
  for (let number = 2; isTaken(); number++) name = `${family.name} ${number}`;
  return name === family.name ? family : { ...family, name };
}
