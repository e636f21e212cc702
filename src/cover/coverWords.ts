/** The parts of a picture that its description names. */
export type PictureLand = 'hills' | 'mountains' | 'sea' | 'woods';
export type PictureLight = 'sun' | 'fullMoon' | 'crescentMoon';
export type PictureFigure = 'house' | 'chapel' | 'poplars' | 'bareTree' | 'lighthouse' | 'boat' | 'birds';

/** Who made a book, as its cover names them. */
interface CoverPeople {
  readonly authors: readonly string[];
  readonly contributors: readonly string[];
  readonly editors: readonly string[];
}

/** The words a cover adds of its own, and those that describe it to a person who cannot see it. */
export interface CoverWords {
  readonly andOthers: string;
  /** Stands above the names of those who wrote some of the stories. */
  readonly withStoriesBy: string;
  readonly editedBy: (names: readonly string[]) => string;
  readonly cover: (title: string, people: CoverPeople) => string;
  readonly picture: (land: PictureLand, light: PictureLight, figures: readonly PictureFigure[]) => string;
}

interface Phrases {
  readonly language: string;
  readonly andOthers: string;
  readonly withStoriesBy: string;
  readonly editedBy: string;
  readonly cover: string;
  readonly by: string;
  readonly woodcut: string;
  readonly under: string;
  readonly with: string;
  readonly quotes: readonly [string, string];
  readonly land: Readonly<Record<PictureLand, string>>;
  readonly light: Readonly<Record<PictureLight, string>>;
  readonly figure: Readonly<Record<PictureFigure, string>>;
}

const english: Phrases = {
  language: 'en',
  andOthers: 'and others',
  withStoriesBy: 'With stories by',
  editedBy: 'Edited by',
  cover: 'Cover of',
  by: 'by',
  woodcut: 'In the manner of a woodcut:',
  under: 'under',
  with: 'with',
  quotes: ['“', '”'],
  land: { hills: 'rolling hills', mountains: 'mountains by a lake', sea: 'the open sea', woods: 'fir woods in mist' },
  light: {
    sun: 'a low sun',
    fullMoon: 'a full moon',
    crescentMoon: 'a crescent moon',
  },
  figure: {
    house: 'a house with lit windows',
    chapel: 'a chapel with lit windows',
    poplars: 'a row of poplars',
    bareTree: 'a bare tree',
    lighthouse: 'a lighthouse',
    boat: 'a sailing boat',
    birds: 'a few birds',
  },
};

const french: Phrases = {
  language: 'fr',
  andOthers: 'et d’autres',
  withStoriesBy: 'Avec des récits de',
  editedBy: 'Réuni par',
  cover: 'Couverture de',
  by: 'par',
  woodcut: 'À la manière d’une gravure sur bois :',
  under: 'sous',
  with: 'avec',
  quotes: ['« ', ' »'],
  land: {
    hills: 'des collines',
    mountains: 'des montagnes au bord d’un lac',
    sea: 'la mer',
    woods: 'une forêt de sapins dans la brume',
  },
  light: {
    sun: 'un soleil bas',
    fullMoon: 'la pleine lune',
    crescentMoon: 'un croissant de lune',
  },
  figure: {
    house: 'une maison aux fenêtres éclairées',
    chapel: 'une chapelle aux fenêtres éclairées',
    poplars: 'une rangée de peupliers',
    bareTree: 'un arbre nu',
    lighthouse: 'un phare',
    boat: 'un voilier',
    birds: 'quelques oiseaux',
  },
};

const german: Phrases = {
  language: 'de',
  andOthers: 'und andere',
  withStoriesBy: 'Mit Geschichten von',
  editedBy: 'Herausgegeben von',
  cover: 'Umschlag von',
  by: 'von',
  woodcut: 'In der Art eines Holzschnitts:',
  under: 'unter',
  with: 'mit',
  quotes: ['„', '“'],
  land: { hills: 'Hügel', mountains: 'Berge an einem See', sea: 'das offene Meer', woods: 'Tannenwälder im Nebel' },
  light: {
    sun: 'einer tiefen Sonne',
    fullMoon: 'dem Vollmond',
    crescentMoon: 'einer Mondsichel',
  },
  figure: {
    house: 'einem Haus mit hellen Fenstern',
    chapel: 'einer Kapelle mit hellen Fenstern',
    poplars: 'einer Reihe Pappeln',
    bareTree: 'einem kahlen Baum',
    lighthouse: 'einem Leuchtturm',
    boat: 'einem Segelboot',
    birds: 'einigen Vögeln',
  },
};

const spanish: Phrases = {
  language: 'es',
  andOthers: 'y otros',
  withStoriesBy: 'Con relatos de',
  editedBy: 'Edición de',
  cover: 'Cubierta de',
  by: 'por',
  woodcut: 'A la manera de un grabado en madera:',
  under: 'bajo',
  with: 'con',
  quotes: ['«', '»'],
  land: {
    hills: 'unas colinas',
    mountains: 'montañas junto a un lago',
    sea: 'el mar abierto',
    woods: 'un bosque de abetos entre la niebla',
  },
  light: {
    sun: 'un sol bajo',
    fullMoon: 'la luna llena',
    crescentMoon: 'una luna creciente',
  },
  figure: {
    house: 'una casa con las ventanas encendidas',
    chapel: 'una capilla con las ventanas encendidas',
    poplars: 'una hilera de álamos',
    bareTree: 'un árbol desnudo',
    lighthouse: 'un faro',
    boat: 'un velero',
    birds: 'unos pájaros',
  },
};

const byLanguage: Readonly<Record<string, Phrases>> = { en: english, fr: french, de: german, es: spanish };

/** The cover's words in the book's language; English where there is no translation yet. */
export function coverWordsFor(language: string): CoverWords {
  const phrases = byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english;
  const list = (items: readonly string[]) => new Intl.ListFormat(phrases.language).format(items);
  return {
    andOthers: phrases.andOthers,
    withStoriesBy: phrases.withStoriesBy,
    editedBy: names => `${phrases.editedBy} ${list(names)}`,
    cover: (title, { authors, contributors, editors }) => {
      const named = startsQuoted.test(title) ? title : phrases.quotes[0] + title + phrases.quotes[1];
      const by = authors.length === 0 ? '' : ` ${phrases.by} ${list(authors)}`;
      const edited = editors.length === 0 ? '' : `, ${lowerFirst(phrases.editedBy)} ${list(editors)}`;
      const withStories =
        contributors.length === 0 ? '' : `, ${lowerFirst(phrases.withStoriesBy)} ${list(contributors)}`;
      return `${phrases.cover} ${named}${by}${withStories}${edited}.`;
    },
    picture: (land, light, figures) => {
      const shown = figures.map(figure => phrases.figure[figure]);
      const extra = shown.length === 0 ? '' : `, ${phrases.with} ${list(shown)}`;
      return `${phrases.woodcut} ${phrases.land[land]} ${phrases.under} ${phrases.light[light]}${extra}.`;
    },
  };
}

/** Matches a title that brings its own quotation mark, `“Who Goes There?”`; not `Smoke`. */
const startsQuoted = /^["'“‘„«]/u;

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
