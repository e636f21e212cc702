import type { Anthology, StoryField } from '../book/tree.ts';
import { visibleText } from '../book/titles.ts';

/** Fields whose value is one subject, commas and all: "The Good, the Bad and the Ugly"; under a plural, as AO3's "Fandoms", it is a list. */
const wholeSubjects: ReadonlySet<string> = new Set(['fandom', 'subject']);
const pluralLabel = /^(?:fandoms|subjects)$/i;

/** Fields whose value lists subjects. */
const listedSubjects: ReadonlySet<string> = new Set(['genre', 'genres', 'category', 'categories', 'tags', 'keywords']);

/** A list of tags has the key of newsgroups' codes; those, "J/C, R, MSR", say nothing to a shelf. */
const tagsLabel = /^(?:(?:additional |freeform )?tags?|keywords?|метки|теги|stich(?:wörter|worte)|etiquetas|标签)$/iu;

/** Who is in a story tells one from another; a collection would have as many of them as a telephone book. */
const castSubjects: ReadonlySet<string> = new Set(['pairing', 'characters']);

/** A longer text is a remark, and no word to look a book up by. AO3 takes tags of up to 150 characters. */
const maxSubjectLength = 150;

/** What the stories say they are about, once each, in the order of the sources. */
export function subjectsOf(book: Anthology): readonly string[] {
  const subjects = new Set<string>();
  for (const story of book.stories) {
    for (const field of story.metadata.fields) {
      for (const subject of subjectsIn(field, book.metadata.isCollection)) {
        const shown = visibleText(subject, '');
        if (shown !== '' && shown.length <= maxSubjectLength) subjects.add(shown);
      }
    }
  }
  return [...subjects];
}

function subjectsIn({ key, label, value }: StoryField, isCollection: boolean): readonly string[] {
  const isList =
    listedSubjects.has(key) ||
    (key === 'codes' && tagsLabel.test(label.trim())) ||
    (wholeSubjects.has(key) && pluralLabel.test(label.trim())) ||
    (castSubjects.has(key) && !isCollection);
  if (isList) return value.split(/[,;，；、]/);
  return wholeSubjects.has(key) ? [value] : [];
}
