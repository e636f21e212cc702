import type { MatterRole } from './tree.ts';

/** The words a book adds of its own: headings and links that no source wrote. */
export interface BookLabels {
  /** The language these labels are in, BCP 47. */
  readonly language: string;
  readonly contents: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly startReading: string;
  readonly imprint: string;
  readonly sceneBreak: string;
  readonly landmarks: string;
  /** The heading of the list of the print edition's pages. */
  readonly printedPages: string;
  readonly by: (names: string) => string;
  readonly editedBy: (names: string) => string;
  readonly chapter: (number: number) => string;
  readonly andOthers: (title: string) => string;
  /** The heading of the list of authors with their stories. */
  readonly authorIndex: string;
  readonly halfTitle: string;
  readonly source: string;
  readonly rights: string;
  readonly publisher: string;
  readonly series: string;
  readonly identifier: string;
  /** "Part 2 of The Lamp Cycle"; `position` is `null` where nothing says it. */
  readonly partOfSeries: (series: string, position: string | null) => string;
  /** The heading of a chapter's notes that stand behind the story. */
  readonly notesTo: (chapter: string) => string;
  readonly matter: Readonly<Record<MatterRole, string>>;
}

const english: BookLabels = {
  language: 'en',
  contents: 'Contents',
  cover: 'Cover',
  titlePage: 'Title Page',
  startReading: 'Start Reading',
  imprint: 'About This Book',
  sceneBreak: 'Scene break',
  landmarks: 'Landmarks',
  printedPages: 'Pages of the Print Edition',
  by: names => `by ${names}`,
  editedBy: names => `Edited by ${names}`,
  chapter: number => `Chapter ${String(number)}`,
  andOthers: title => `${title} and Other Stories`,
  authorIndex: 'Authors',
  halfTitle: 'Half Title',
  source: 'Source',
  rights: 'Rights',
  publisher: 'Publisher',
  series: 'Series',
  identifier: 'Identifier',
  partOfSeries: (series, position) => (position === null ? `Part of ${series}` : `Part ${position} of ${series}`),
  notesTo: chapter => `Notes to ${chapter}`,
  matter: {
    disclaimer: 'Disclaimer',
    acknowledgments: 'Acknowledgments',
    authorsNote: 'Author’s Note',
    endNotes: 'End Notes',
    dedication: 'Dedication',
    epigraph: 'Epigraph',
    summary: 'Summary',
    warnings: 'Warnings',
    reviewPlea: 'A Word to Readers',
    reviewReplies: 'Replies to Readers',
    feedback: 'Feedback',
    translatorsNote: 'Translator’s Note',
    transcribersNote: 'Transcriber’s Note',
    introduction: 'Introduction',
    permissions: 'Permissions',
    afterword: 'Afterword',
    other: 'Note',
  },
};

const french: BookLabels = {
  language: 'fr',
  contents: 'Table des matières',
  cover: 'Couverture',
  titlePage: 'Page de titre',
  startReading: 'Commencer la lecture',
  imprint: 'À propos de ce livre',
  sceneBreak: 'Changement de scène',
  landmarks: 'Repères',
  printedPages: 'Pages de l’édition imprimée',
  by: names => `par ${names}`,
  editedBy: names => `Réuni par ${names}`,
  chapter: number => `Chapitre ${String(number)}`,
  andOthers: title => `${title} et autres récits`,
  authorIndex: 'Auteurs',
  halfTitle: 'Faux-titre',
  source: 'Source',
  rights: 'Droits',
  publisher: 'Éditeur',
  series: 'Série',
  identifier: 'Identifiant',
  partOfSeries: (series, position) => (position === null ? `Série : ${series}` : `${series}, nº ${position}`),
  notesTo: chapter => `Notes : ${chapter}`,
  matter: {
    disclaimer: 'Avertissement légal',
    acknowledgments: 'Remerciements',
    authorsNote: 'Note de l’auteur',
    endNotes: 'Notes de fin',
    dedication: 'Dédicace',
    epigraph: 'Épigraphe',
    summary: 'Résumé',
    warnings: 'Avertissements',
    reviewPlea: 'Un mot aux lecteurs',
    reviewReplies: 'Réponses aux lecteurs',
    feedback: 'Commentaires',
    translatorsNote: 'Note du traducteur',
    transcribersNote: 'Note du transcripteur',
    introduction: 'Introduction',
    permissions: 'Autorisations',
    afterword: 'Postface',
    other: 'Note',
  },
};

const german: BookLabels = {
  language: 'de',
  contents: 'Inhalt',
  cover: 'Umschlag',
  titlePage: 'Titelseite',
  startReading: 'Zum Text',
  imprint: 'Über dieses Buch',
  sceneBreak: 'Szenenwechsel',
  landmarks: 'Orientierungspunkte',
  printedPages: 'Seiten der Druckausgabe',
  by: names => `von ${names}`,
  editedBy: names => `Herausgegeben von ${names}`,
  chapter: number => `Kapitel ${String(number)}`,
  andOthers: title => `${title} und andere Geschichten`,
  authorIndex: 'Autorinnen und Autoren',
  halfTitle: 'Schmutztitel',
  source: 'Quelle',
  rights: 'Rechte',
  publisher: 'Verlag',
  series: 'Reihe',
  identifier: 'Kennung',
  partOfSeries: (series, position) => (position === null ? `Aus der Reihe ${series}` : `${series}, Teil ${position}`),
  notesTo: chapter => `Anmerkungen zu ${chapter}`,
  matter: {
    disclaimer: 'Rechtlicher Hinweis',
    acknowledgments: 'Danksagung',
    authorsNote: 'Anmerkung der Autorin oder des Autors',
    endNotes: 'Schlussbemerkungen',
    dedication: 'Widmung',
    epigraph: 'Motto',
    summary: 'Zusammenfassung',
    warnings: 'Warnungen',
    reviewPlea: 'Ein Wort an die Leser',
    reviewReplies: 'Antworten an die Leser',
    feedback: 'Rückmeldungen',
    translatorsNote: 'Anmerkung der Übersetzung',
    transcribersNote: 'Anmerkung zur Abschrift',
    introduction: 'Einleitung',
    permissions: 'Genehmigungen',
    afterword: 'Nachwort',
    other: 'Anmerkung',
  },
};

const spanish: BookLabels = {
  language: 'es',
  contents: 'Índice',
  cover: 'Cubierta',
  titlePage: 'Portada',
  startReading: 'Empezar a leer',
  imprint: 'Sobre este libro',
  sceneBreak: 'Cambio de escena',
  landmarks: 'Puntos de referencia',
  printedPages: 'Páginas de la edición impresa',
  by: names => `por ${names}`,
  editedBy: names => `Edición de ${names}`,
  chapter: number => `Capítulo ${String(number)}`,
  andOthers: title => `${title} y otros relatos`,
  authorIndex: 'Autores',
  halfTitle: 'Portadilla',
  source: 'Fuente',
  rights: 'Derechos',
  publisher: 'Editorial',
  series: 'Serie',
  identifier: 'Identificador',
  partOfSeries: (series, position) => (position === null ? `Serie: ${series}` : `${series}, n.º ${position}`),
  notesTo: chapter => `Notas: ${chapter}`,
  matter: {
    disclaimer: 'Aviso legal',
    acknowledgments: 'Agradecimientos',
    authorsNote: 'Nota del autor',
    endNotes: 'Notas finales',
    dedication: 'Dedicatoria',
    epigraph: 'Epígrafe',
    summary: 'Resumen',
    warnings: 'Advertencias',
    reviewPlea: 'A los lectores',
    reviewReplies: 'Respuestas a los lectores',
    feedback: 'Comentarios',
    translatorsNote: 'Nota de la traducción',
    transcribersNote: 'Nota de la transcripción',
    introduction: 'Introducción',
    permissions: 'Permisos',
    afterword: 'Epílogo del autor',
    other: 'Nota',
  },
};

const byLanguage: Readonly<Record<string, BookLabels>> = { en: english, fr: french, de: german, es: spanish };

/** The book's own words in its language; English where there is no translation yet. */
export function labelsFor(language: string): BookLabels {
  return byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english;
}
