import { inBackOrder, inFrontOrder } from './bookMatterOrder.ts';
import { statedFacts, summaryText } from './statedFacts.ts';
import { labelsFor } from './labels.ts';
import { openingWords, titleFromFileName } from './displayTitle.ts';
import type { NotesPolicy } from './notesPolicy.ts';
import { type LeftOutNotes, placeNotes } from './placeNotes.ts';
import { numberNotes } from './numberNotes.ts';
import { imagesOf } from './storyImages.ts';
import type {
  Anthology, BookId, BookMetadata, Chapter, Footnote, ImageAsset, MatterSection, NonEmpty, PersonName, SeriesPlace, Sourced, Story, StoryField, StoryId, StoryMetadata,
} from './tree.ts'; // prettier-ignore

/** A story as it was read, before a book gives it an id and a title to show. */
export interface StoryParts {
  readonly title: Sourced<string> | null;
  readonly authors: readonly Sourced<PersonName>[];
  readonly language: Sourced<string>;
  readonly date: Sourced<string> | null;
  readonly fields: readonly StoryField[];
  readonly frontMatter: readonly MatterSection[];
  readonly chapters: readonly Chapter[];
  readonly backMatter: readonly MatterSection[];
  readonly footnotes: readonly Footnote[];
  /** The name of the story's first file, to show or to tell it apart where the text gives no title. */
  readonly fileName: string;
}

/** A person's name, or the name with the form to sort it by. */
export type PersonSetting = string | PersonName;

/** What the configuration says about a story; it overrules the text. */
export interface StorySettings {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly authors?: readonly PersonSetting[] | undefined;
  readonly language?: string | undefined;
  readonly series?: SeriesPlace | undefined;
  readonly source?: string | undefined;
  readonly rights?: string | undefined;
  /** Where its notes go; where they stand unless said otherwise. */
  readonly notes?: NotesPolicy | undefined;
}

/** What the configuration says about a book. */
export interface BookSettings {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly subtitle?: string | undefined;
  readonly editors?: readonly PersonSetting[] | undefined;
  readonly language?: string | undefined;
  /** ISO 8601, as precise as it is known. */
  readonly date?: string | undefined;
  readonly description?: string | undefined;
  readonly series?: SeriesPlace | undefined;
  readonly publisher?: string | undefined;
  readonly source?: string | undefined;
  readonly rights?: string | undefined;
  /** A URI, `urn:isbn:…`, beside the book's own id. */
  readonly identifier?: string | undefined;
  readonly frontMatter?: readonly MatterSection[] | undefined;
  readonly backMatter?: readonly MatterSection[] | undefined;
  /** The name of the folder the stories came from, when they came from one. */
  readonly folderName?: string | undefined;
}

/** What assembling needs from outside: a name-based UUID, and the moment of the build if one is set. */
export interface Identity {
  /** A UUIDv5 of a name, `urn:uuid:…`. */
  readonly uuidOf: (name: string) => string;
  /** Seconds since 1970, from `SOURCE_DATE_EPOCH`. */
  readonly sourceDateEpoch: number | null;
}

/** A story, and what its settings asked to leave out of it. */
export interface AssembledStory {
  readonly story: Story;
  readonly leftOut: readonly LeftOutNotes[];
}

/** Gives a story its id, the title to show, and what the configuration says about it; puts its notes where they are wanted. */
export function assembleStory(parts: StoryParts, settings: StorySettings, identity: Identity): AssembledStory {
  const title = configured(settings.title) ?? parts.title;
  const authors = settings.authors?.map(author => fromConfig(personOf(author))) ?? parts.authors; // prettier-ignore
  const language = configured(settings.language) ?? parts.language;
  const names = authors.map(author => author.text.name);
  const id = settings.id ?? identity.uuidOf(storyName(title, names, parts.fileName));
  const { parts: placed, leftOut } = placeNotes(parts, settings.notes ?? 'keep', language.text);
  const story: Story = {
    type: 'story',
    id: id as StoryId,
    metadata: {
      title,
      displayTitle:
        title?.text ??
        titleFromFileName(parts.fileName, language.text) ??
        openingWords(parts.chapters) ??
        parts.fileName,
      authors,
      language,
      date: parts.date,
      fields: parts.fields,
      ...storyFacts(parts.fields, settings),
    },
    frontMatter: placed.frontMatter,
    chapters: placed.chapters,
    backMatter: placed.backMatter,
    footnotes: parts.footnotes,
  };
  return { story, leftOut };
}

function configured(value: string | undefined): Sourced<string> | null {
  return value === undefined ? null : fromConfig(value);
}

function fromConfig<T>(value: T): Sourced<T> {
  return { text: value, origin: 'config', confidence: 1 };
}

function personOf(person: PersonSetting): PersonName {
  return typeof person === 'string' ? { name: person } : person;
}

/** Where a story is from and whose it is: what the configuration says, else what the text states. */
function storyFacts(
  fields: readonly StoryField[],
  { series, source, rights }: StorySettings,
): Pick<StoryMetadata, 'series' | 'source' | 'rights' | 'publisher'> {
  return {
    ...statedFacts(fields),
    ...(series === undefined ? {} : { series: fromConfig(series) }),
    ...(source === undefined ? {} : { source: fromConfig(source) }),
    ...(rights === undefined ? {} : { rights: fromConfig(rights) }),
  };
}

/** Names a story by title and authors, and by its file where the text gives no title; never by its words. */
function storyName(title: Sourced<string> | null, authors: readonly string[], fileName: string): string {
  return JSON.stringify(['story', title?.text ?? null, authors, title === null ? fileName : null]);
}

/**
 * Binds stories into one book; a book of one story takes its title, authors and language from it. Of the `images` it
 * takes those that it shows, in the order in which it shows them.
 */
export function assembleBook(
  stories: NonEmpty<Story>,
  settings: BookSettings,
  identity: Identity,
  images: ReadonlyMap<string, ImageAsset> = new Map(),
): Anthology {
  const [first, ...others] = stories;
  const isCollection = others.length > 0;
  const numbered: NonEmpty<Story> = [
    numberNotes(first, 1),
    ...others.map((story, index) => numberNotes(story, index + 2)),
  ];
  const areAllNamed = stories.every(story => story.metadata.authors.length > 0);
  const title = settings.title ?? (isCollection ? null : (first.metadata.title?.text ?? null));
  const language = settings.language ?? commonLanguage(stories);
  const date = settings.date ?? (isCollection ? null : (first.metadata.date?.text ?? null));
  const editors = (settings.editors ?? []).map(personOf);
  const name = JSON.stringify(['book', title, editors.map(editor => editor.name), stories.map(story => story.id)]);
  const book: Anthology = {
    type: 'anthology',
    metadata: {
      id: (settings.id ?? identity.uuidOf(name)) as BookId,
      title,
      displayTitle:
        title ?? (isCollection ? collectionTitle(stories, settings, language) : first.metadata.displayTitle),
      subtitle: settings.subtitle ?? null,
      editors,
      authors: areAllNamed ? distinctAuthors(stories) : [],
      contributors: areAllNamed ? [] : distinctAuthors(stories),
      language,
      date,
      modified: modifiedInstant(stories, settings, identity),
      description: settings.description ?? (isCollection ? null : summaryText(first)),
      ...bookFacts(stories, settings),
      isCollection,
    },
    frontMatter: inFrontOrder(settings.frontMatter ?? []),
    stories: numbered,
    backMatter: inBackOrder(settings.backMatter ?? []),
    images: [],
  };
  return images.size === 0 ? book : { ...book, images: shownImages(book, images) };
}

function shownImages(book: Anthology, images: ReadonlyMap<string, ImageAsset>): ImageAsset[] {
  const ids = new Set(imagesOf(book).map(({ assetId }) => assetId ?? ''));
  return [...ids].flatMap(id => images.get(id) ?? []);
}

/**
 * What the configuration says of the book as a whole, else what its only story states: a collection is in no story's
 * series, and none of its authors speaks for the rights of the others. Sources are facts of all.
 */
function bookFacts(
  stories: NonEmpty<Story>,
  settings: BookSettings,
): Pick<BookMetadata, 'series' | 'publisher' | 'sources' | 'rights' | 'identifier'> {
  const only = stories.length === 1 ? stories[0].metadata : null;
  const series = settings.series === undefined ? only?.series : fromConfig(settings.series);
  const publisher = settings.publisher ?? only?.publisher?.text;
  const rights = settings.rights ?? only?.rights?.text;
  const stated = stories.flatMap(({ metadata }) => (metadata.source === undefined ? [] : [metadata.source.text]));
  const sources = settings.source === undefined ? [...new Set(stated)] : [settings.source];
  return {
    ...(series === undefined ? {} : { series }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(sources.length === 0 ? {} : { sources }),
    ...(rights === undefined ? {} : { rights }),
    ...(settings.identifier === undefined ? {} : { identifier: settings.identifier }),
  };
}

/** A collection without a title shows its folder's name, else "First Story and Other Stories". */
function collectionTitle(stories: NonEmpty<Story>, settings: BookSettings, language: string): string {
  const folderTitle = settings.folderName === undefined ? null : titleFromFileName(settings.folderName, language);
  const named = stories.find(story => story.metadata.title !== null) ?? stories[0];
  return folderTitle ?? labelsFor(language).andOthers(named.metadata.displayTitle.replace(/…$/, ''));
}

/** The language of all stories, else of most of them, the earlier on a tie; `und` counts only when there is no other. */
function commonLanguage(stories: NonEmpty<Story>): string {
  const counts = new Map<string, number>();
  for (const { metadata } of stories) {
    const language = metadata.language.text;
    if (language !== 'und') counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 'und';
}

function distinctAuthors(stories: readonly Story[]): PersonName[] {
  const byName = new Map<string, PersonName>();
  for (const story of stories) {
    for (const { text } of story.metadata.authors) if (!byName.has(text.name)) byName.set(text.name, text);
  }
  return [...byName.values()];
}

/** Stands where nothing states a date: a build must not depend on the day it is made. */
const undatedInstant = '2000-01-01T00:00:00Z';

function modifiedInstant(stories: readonly Story[], settings: BookSettings, identity: Identity): string {
  if (identity.sourceDateEpoch !== null)
    return new Date(identity.sourceDateEpoch * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
  const stated = stories.flatMap(story => (story.metadata.date === null ? [] : [story.metadata.date.text])).sort();
  const date = settings.date ?? stated.at(-1);
  return date === undefined ? undatedInstant : `${wholeDate(date)}T00:00:00Z`;
}

/** `2024` → `2024-01-01`, `2024-10` → `2024-10-01`. */
function wholeDate(date: string): string {
  return [date, '01', '01'].join('-').slice(0, 10);
}
