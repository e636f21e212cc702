/** Sentences of the stress books: our own, said of a town that is not there. */
const sentences = [
  'The clerk of the lower tide wrote the moon into the wrong column again.',
  'Nobody in Ostrevel had ever seen the upper half of the bridge.',
  '“You could ask it,” said Maude Pellering, “but it answers only on Tuesdays.”',
  'A lamp went up the stairs, and there was no one under it.',
  'He counted the bells: eleven, then eleven again, as if the hour had been misheard.',
  'She had knitted the harbour a winter coat – grey, with brass buttons – and now the ships were late.',
  'It was raining in the way that letters are torn up.',
  'Thirty-one geese, one of them a magistrate, crossed the square at noon.',
  '“That’s my name,” the fog said politely, “you’ve dropped it.”',
  'Under the counter lay a map of next year, folded wrong.',
  'The soup remembered him.',
  'Old Quillon mended clocks by apologising to them.',
];

/** Paragraphs of `sentencesEach` sentences, no two neighbours alike; the same for the same numbers on every call. */
export function paragraphs(count, seed = 0, sentencesEach = 5) {
  return Array.from({ length: count }, (_, paragraph) =>
    Array.from({ length: sentencesEach }, (_unused, index) => {
      const step = seed * 7 + paragraph * 5 + index * (1 + (paragraph % 4));
      return sentences[step % sentences.length];
    }).join(' '),
  );
}

/** Characters that markup, shells and file systems read as something else. */
export const hardOnMarkup = `& < > " ' &amp; &lt; <b> </p> <!-- --> ]]> \${x} %20 {title}`;

/** Characters that XML 1.0 cannot hold or that are not seen: control characters, a noncharacter, marks of direction. */
export const unseen =
  'nul\u0000 soh\u0001 vt\u000b esc\u001b[0m del\u007f nel\u0085 fffe\ufffe zwsp\u200b shy\u00ad rlo\u202eabc\u202c';

/** A word that no line holds. */
export const longWord = 'Ostrevelpelleringquillonharbourclock'.repeat(40);
