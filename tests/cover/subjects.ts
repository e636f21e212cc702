import type { CoverSubject } from '../../src/cover/coverSubject.ts';

/** A subject with a title and one author; the rest as given. */
export function subjectOf(parts: Partial<CoverSubject> & { readonly title: string }): CoverSubject {
  return {
    id: 'urn:uuid:0b5c2f6e-6f0e-5a3e-9d54-2f1f4a1d8c77',
    isTitleGiven: true,
    subtitle: null,
    authors: ['Ann Tolliver'],
    contributors: [],
    editors: [],
    isCollection: false,
    language: 'en',
    ...parts,
  };
}

export const eightAuthors = [
  'Ada Marchbanks',
  'Tobias Lindqvist',
  'Oriel Penhallow',
  'Mei-Lin Farrow',
  'Jonas Achterberg',
  'Ruth Okonjo',
  'Selwyn Carrow',
  'Inès Valmont',
];

/** Titles that have broken covers before, or would. */
export const awkwardTitles: readonly string[] = [
  '',
  ' ',
  'X',
  'I',
  'Q&A',
  'Smoke',
  'The Weather at Reichenbach',
  'Five Nights in Smallville',
  'Instructions for Winding the Heart',
  'Le dernier pneumatique',
  'A True and Particular Account of the Curious Events Which Befell the Keeper of the Eastern Light, His Two Daughters, ' +
    'and a Stranger Who Came Ashore in the Winter of the Great Frost, as Told by Himself',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'W'.repeat(300),
  'word '.repeat(500),
  'ALL THE KING’S HORSES AND ALL THE KING’S MEN',
  'ÀÉÎÕÜ ǍǑ Åŗŷ Ģğÿ',
  '東京の夜',
  '東京 Nights',
  'الليلة الأولى',
  '🌙🔥 Moonfire 🔥🌙',
  '👩‍👩‍👧‍👦',
  '<script>alert("cover")</script>',
  '“Who Goes There?”',
  '…',
  '—',
  'line\nbreak\ttab\u0000nul',
  'Z\u0300\u0301\u0302\u0303\u0304\u0300\u0301\u0302 a\u0323\u0330\u0331\u0323\u0330 l\u0300\u0301\u0302\u0303\u0304g\u0323\u0330\u0331o',
  'i'.repeat(200),
  'well-known-but-rather-too-long-hyphenated-thing-of-beauty',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
];
