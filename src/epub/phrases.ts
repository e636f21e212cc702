/** Whole sentences that only an EPUB says; the names of its parts are in the book's labels. */
export interface Phrases {
  /** The language of the phrases, BCP 47. */
  readonly language: string;
  readonly madeWith: string;
  readonly storiesInBook: string;
  readonly accessibilitySummary: string;
  /** The same of a book with pictures. */
  readonly pictureSummary: (areDescribed: boolean) => string;
}

const english: Phrases = {
  language: 'en',
  madeWith: 'Made with fascicle.',
  storiesInBook: 'Stories in this book',
  accessibilitySummary:
    'All the content is text in logical reading order. The parts of the book are marked as headings and can be reached from a table of contents. Text and page adapt to the reader’s settings.',
  pictureSummary: areDescribed =>
    `The content is text with pictures, in logical reading order. ${areDescribed ? 'Every picture that says something is described in words.' : 'Not every picture is described in words.'} The parts of the book are marked as headings and can be reached from a table of contents. Text and page adapt to the reader’s settings.`,
};

const french: Phrases = {
  language: 'fr',
  madeWith: 'Composé avec fascicle.',
  storiesInBook: 'Récits de ce livre',
  accessibilitySummary:
    'Tout le contenu est du texte, dans un ordre de lecture logique. Les parties du livre sont balisées par des titres et accessibles depuis une table des matières. Le texte et la page s’adaptent aux réglages du lecteur.',
  pictureSummary: areDescribed =>
    `Le contenu est du texte accompagné d’images, dans un ordre de lecture logique. ${areDescribed ? 'Toute image porteuse de sens est décrite.' : 'Certaines images ne sont pas décrites.'} Les parties du livre sont balisées par des titres et accessibles depuis une table des matières. Le texte et la page s’adaptent aux réglages du lecteur.`,
};

const german: Phrases = {
  language: 'de',
  madeWith: 'Gesetzt mit fascicle.',
  storiesInBook: 'Geschichten in diesem Buch',
  accessibilitySummary:
    'Der gesamte Inhalt ist Text in logischer Lesereihenfolge. Die Teile des Buches sind als Überschriften ausgezeichnet und über ein Inhaltsverzeichnis erreichbar. Text und Seite passen sich den Einstellungen der Lesenden an.',
  pictureSummary: areDescribed =>
    `Der Inhalt ist Text mit Bildern in logischer Lesereihenfolge. ${areDescribed ? 'Jedes Bild, das etwas aussagt, ist in Worten beschrieben.' : 'Nicht jedes Bild ist in Worten beschrieben.'} Die Teile des Buches sind als Überschriften ausgezeichnet und über ein Inhaltsverzeichnis erreichbar. Text und Seite passen sich den Einstellungen der Lesenden an.`,
};

const spanish: Phrases = {
  language: 'es',
  madeWith: 'Compuesto con fascicle.',
  storiesInBook: 'Relatos de este libro',
  accessibilitySummary:
    'Todo el contenido es texto en un orden de lectura lógico. Las partes del libro están marcadas con títulos y son accesibles desde un índice. El texto y la página se adaptan a los ajustes de quien lee.',
  pictureSummary: areDescribed =>
    `El contenido es texto con imágenes, en un orden de lectura lógico. ${areDescribed ? 'Toda imagen significativa está descrita con palabras.' : 'No todas las imágenes están descritas con palabras.'} Las partes del libro están marcadas con títulos y son accesibles desde un índice. El texto y la página se adaptan a los ajustes de quien lee.`,
};

const byLanguage: Readonly<Record<string, Phrases>> = { en: english, fr: french, de: german, es: spanish };

/** The phrases in the language of the labels that stand beside them; English where there is no translation yet. */
export function phrasesFor(labelLanguage: string): Phrases {
  return byLanguage[labelLanguage] ?? english;
}
