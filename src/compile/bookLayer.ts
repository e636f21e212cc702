import type { MatterRole } from '../book/tree.ts';
import { mergePolicies } from '../book/notesPolicy.ts';
import { backMatterRoles, type BookConfig, frontMatterRoles } from '../config/bookConfig.ts';
import { settledImposition } from '../config/impositionConfig.ts';
import { isBundledFamily } from '../fonts/bundledFamilies.ts';
import { bundledThemes } from '../theme/loadTheme.ts';
import type { BookInput, CompileOptions, CoverChoice, FontChoices, MatterInput, StoryInput } from './compileOptions.ts';
import { coverChoice } from './coverPlan.ts';
import { type Edition, resolveEditions } from './edition.ts';
import { pathFrom } from './pathFrom.ts';

/** What one place says of a book: a shelf of all its books, a `book.yaml`, an entry of a shelf. */
export interface BookLayer {
  readonly book: BookInput;
  /** Of every story. */
  readonly story: Pick<StoryInput, 'title' | 'authors' | 'language' | 'encoding' | 'overrides'>;
  readonly look: Pick<CompileOptions, 'bind' | 'theme' | 'print' | 'fonts' | 'cover' | 'output' | 'notes' | 'typography'>;
  readonly editionNames: readonly string[] | undefined;
  readonly configuredEditions: readonly Edition[];
} // prettier-ignore

/** The settings that a layer is made of; paths in them are as written. */
export type LayerConfig = Partial<Omit<BookConfig, 'stories'>>;

export const emptyLayer: BookLayer = {
  book: {},
  story: {},
  look: {},
  editionNames: undefined,
  configuredEditions: [],
};

/** The layer that settings make; their paths count from `folder`. */
export function layerOf(config: LayerConfig, folder: string, story: BookLayer['story'] = {}): BookLayer {
  const configured = (config.editions ?? []).filter(edition => typeof edition !== 'string');
  return {
    book: bookInput(config, folder),
    story,
    look: {
      bind: config.bind,
      theme: themePath(config.theme, folder),
      print: config.print,
      fonts: fontChoices(config.fonts, folder),
      cover: coverOf(config.cover, folder),
      output: config.output,
      notes: config.notes,
      typography: config.typography,
    },
    editionNames: config.editions?.map(edition => (typeof edition === 'string' ? edition : edition.name)),
    configuredEditions: configured.map(edition => configuredEdition(edition, folder)),
  };
}

/** What one layer says, and where it says nothing, what the layer under it does; maps of settings are taken key by key. */
export function layOver(under: BookLayer, over: BookLayer): BookLayer {
  const { print, fonts, cover, notes } = over.look;
  return {
    book: withSaid(under.book, over.book),
    story: withSaid(under.story, over.story),
    look: {
      ...withSaid(under.look, over.look),
      print: printOver(under.look.print, print),
      fonts: fontsOver(under.look.fonts, fonts),
      cover: coverOver(under.look.cover, cover),
      notes: notes === undefined ? under.look.notes : mergePolicies(under.look.notes, notes),
    },
    editionNames: over.editionNames ?? under.editionNames,
    configuredEditions: [...over.configuredEditions, ...under.configuredEditions],
  };
}

/**
 * The editions that a layer names, its own and those of the layers under it included.
 * @throws CompileError `config/unknown-edition`.
 */
export function editionsOf({ editionNames, configuredEditions }: BookLayer): Edition[] | undefined {
  return editionNames === undefined ? undefined : resolveEditions(editionNames, configuredEditions);
}

/** What is said of nothing takes nothing away. */
export function withSaid<Settings extends object>(under: Settings, over: Settings): Settings {
  const said = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));
  return { ...under, ...said };
}

function printOver(under: CompileOptions['print'], over: CompileOptions['print']): CompileOptions['print'] {
  if (under === undefined || over === undefined) return over ?? under;
  const margins = withSaid(under.margins ?? {}, over.margins ?? {});
  return { ...withSaid(under, over), ...(Object.keys(margins).length === 0 ? {} : { margins }) };
}

function fontsOver(under: FontChoices | undefined, over: FontChoices | undefined): FontChoices | undefined {
  if (under === undefined || over === undefined) return over ?? under;
  const packageFolders = [...(over.packageFolders ?? []), ...(under.packageFolders ?? [])];
  return { ...withSaid(under, over), packageFolders };
}

/** Colours alone are laid over a style; another style or picture is another cover. */
function coverOver(under: CompileOptions['cover'], over: CompileOptions['cover']): CompileOptions['cover'] {
  if (under === undefined || over === undefined) return over ?? under;
  const choice: CoverChoice = coverChoice(over);
  return choice.style === undefined && choice.image === undefined ? withSaid(coverChoice(under), choice) : over;
}

type EditionConfig = Exclude<NonNullable<BookConfig['editions']>[number], string>;

/** An edition's settings of print stand beside its name. */
function configuredEdition({ name, format, theme, ...others }: EditionConfig, folder: string): Edition {
  const edition = { name, format, theme: themePath(theme, folder) };
  if (format !== 'pdf') return edition;
  const { profile, imposition, ...print } = { profile: undefined, imposition: undefined, ...others };
  return { ...edition, profile, print, imposition: settledImposition(name, imposition) ?? undefined };
}

function bookInput(config: LayerConfig, folder: string): BookInput {
  return {
    id: config.id,
    title: config.title,
    subtitle: config.subtitle,
    editors: config.editor,
    language: config.language,
    date: config.date,
    description: config.description,
    series: config.series,
    publisher: config.publisher,
    source: config.source,
    rights: config.rights,
    identifier: config.identifier,
    frontMatter: matterInputs(frontMatterRoles, config.frontMatter, folder),
    backMatter: matterInputs(backMatterRoles, config.backMatter, folder),
  };
}

function matterInputs(
  roles: readonly MatterRole[],
  files: Readonly<Record<string, string | undefined>> | undefined,
  folder: string,
): MatterInput[] | undefined {
  if (files === undefined) return undefined;
  return roles.flatMap(role => {
    const file = files[role];
    return file === undefined ? [] : [{ role, file: { path: pathFrom(folder, file) } }];
  });
}

/** A bundled theme is named; any other is a folder. */
function themePath(theme: string | undefined, folder: string): string | undefined {
  return theme === undefined || bundledThemes.some(name => name === theme) ? theme : pathFrom(folder, theme);
}

/** A bundled family is named; any other font is a file or a folder. */
function fontChoices(fonts: BookConfig['fonts'], folder: string): FontChoices {
  const sourceOf = (font: string): string => (isBundledFamily(font) ? font : pathFrom(folder, font));
  return {
    body: fonts?.body === undefined ? undefined : sourceOf(fonts.body),
    headings: fonts?.headings === undefined ? undefined : sourceOf(fonts.headings),
    fallbacks: fonts?.fallbacks?.map(sourceOf),
    packageFolders: [folder],
  };
}

/** A picture's path counts from the folder of the book. */
function coverOf(cover: BookConfig['cover'], folder: string): CompileOptions['cover'] {
  if (cover === undefined) return undefined;
  if (cover === false) return 'none';
  const choice = coverChoice(cover);
  return choice.image === undefined ? choice : { ...choice, image: pathFrom(folder, choice.image) };
}
