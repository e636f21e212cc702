import { hardOnMarkup, longWord } from './prose.js';

/** Every kind of block and inline that Markdown has, some of them nested in each other. */
export const everyKindInMarkdown = `---
title: "Kinds & <Sorts> \\"of\\" 'Things'"
author: ["Anna \\"Ann\\" O'Tinsel & Co.", "<Ben> Ochre"]
language: en-GB
date: 2019-04
rating: "PG-13 & <up>"
fandom: "Clocks \\"&\\" <Tides>"
genre: Fable, Farce
summary: "All there is, & <more>."
---

# The First & <Second> *Sort*

Words in *emphasis*, in **strong**, in ***both***, ~~struck out~~, \`code <a> && b\`, H<sub>2</sub>O, the 4<sup>th</sup>, *emphasis with **strong** in it and ~~a stroke~~*. A [link & "text"](https://example.org/?a=1&b=%3Cx%3E&c="q" "A title"), <https://example.org/bare>, <clerk@example.org>, [](https://example.org/empty), [*set* **apart**](mailto:clerk@example.org). A line\\
broken twice  
by hand. (A/N: I made that up.)

The owl said <span lang="fr">bonne nuit</span>, and <i lang="el">καλημέρα</i> to the <span lang="ar">مساء الخير</span>.

Now a mark.[^one] And another.[^two] The first again.[^one]

[^one]: A note with *emphasis* and a [link](https://example.org/).

[^two]: A note of two paragraphs.

    The second, with \`code\`.

## A heading inside & below

### Deeper <still>

###### Deepest

Hard on markup: ${hardOnMarkup.replaceAll('<', '\\<').replaceAll('&', '\\&')}

> A quote.
>
> > A quote in it, & a list:
> >
> > - one
> > - two
> >
> > > And a third.

- an item
- an item with a list
  1. first
  2. second
     - deep
       - deeper

         a paragraph in it
- an item with a quote

  > quoted

  \`\`\`
  and code
  \`\`\`

3. three
4. four

---

    indented code
      & <pre> "kept"

\`\`\`text
fenced code & </pre> ${'='.repeat(200)}
\ttabs
\`\`\`

| Left | *Middle* | Right & <right> |
|:-----|:------:|----:|
| a | **b** | 1 |
| a longer cell with \`code\` | | 22 |
| only | |

| A | B | C | D | E | F | G | H | I | J | K | L |
|---|---|---|---|---|---|---|---|---|---|---|---|
| twelve | narrow | columns | of | words | that | are | not | all | short | enough | Ostrevelpellering |

The tide came in,\\
the clerk went out,\\
   the moon was owed a penny.

![A lamp & "its" <stairs>](lamp.png)

![](lamp.png "Untold")

In a line ![small](lamp.png) of words.

![Gone](nowhere/at-all.png)

${longWord}

**${longWord}** in *[${longWord}](https://example.org/${longWord})* and \`${longWord}\`

*

**

The end of it.

***

# ${longWord}

A chapter under a word too long.

#

A chapter under an empty heading.

# ${'Very '.repeat(120)}Long Title

The last.
`;
