import type { Image } from '../book/tree.ts';

/**
 * A picture of canonical Markdown: `![A lamp](lamp.png)`, `![](rose.png){.ornament}`, with a caption after it
 * `![A lamp](lamp.png){.figure} The lamp at night`; not `![A lamp]`, `![A lamp]()`.
 */
export const imageToken =
  /!\[(?<alt>(?:\\.|[^\\[\]\n])*)\]\((?<source>(?:\\.|[^\\()[\]\s])+)(?: "(?<title>(?:\\.|[^\\"\n])*)")?\)(?:\{(?<marks>\.(?:ornament|figure)(?: \.figure)?)\})?/;

/** The picture that a match of {@link imageToken} is. No description is none, unless the picture is marked as an ornament. */
export function imageOfToken({ alt = '', source = '', marks = '' }: Partial<Record<string, string>>): Image {
  const description = unescaped(alt);
  const isUndescribed = description === '' && !marks.includes('.ornament');
  return { type: 'image', url: unescaped(source), alt: isUndescribed ? null : description };
}

/** Words without the backslashes that kept them from being marks. */
export function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}
