import { escapeXml } from '../text/escapeXml.ts';

/** A cover on the page. */
export interface PageEntry {
  readonly style: string;
  readonly label: string;
  readonly sentence: string;
  readonly altText: string;
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Why the program would take it; `null` for the others. */
  readonly chosenFor: string | null;
}

/** A page that shows a book in every style, with what to type for each; it needs no other file, and nothing of the web. */
export function contactSheetPage(title: string, language: string, entries: readonly PageEntry[]): string {
  const shown = escapeXml(title);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Covers for ${shown}</title>
<style>
${sheet}
</style>
</head>
<body>
<header>
<p>Covers for</p>
<h1${language === 'und' ? '' : ` lang="${escapeXml(language)}"`}>${shown}</h1>
</header>
<main>
${entries.map(entry => figure(entry)).join('\n')}
</main>
<footer><p>Take one with <code>--cover STYLE</code>, or with <code>cover: STYLE</code> in a book.yaml. Colours of your own go with <code>--cover-color</code>.</p></footer>
</body>
</html>
`;
}

function figure({ style, label, sentence, altText, jpeg, widthPx, heightPx, chosenFor }: PageEntry): string {
  const data = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).toString('base64');
  const reason = chosenFor === null ? '' : `\n<p class="chosen">Chosen for this book: ${escapeXml(chosenFor)}.</p>`;
  return `<figure${chosenFor === null ? '' : ' class="suits"'}>
<img src="data:image/jpeg;base64,${data}" alt="${escapeXml(altText)}" width="${String(widthPx)}" height="${String(heightPx)}" loading="lazy">
<figcaption>
<h2>${escapeXml(label)}</h2>
<p>${escapeXml(sentence)}</p>
<p><code>--cover ${escapeXml(style)}</code></p>${reason}
</figcaption>
</figure>`;
}

const sheet = `:root { color-scheme: light dark; --paper: #f4f1ea; --ink: #22201d; --quiet: #6b655c; --mark: #a63a25; --edge: #0002; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1a18; --ink: #ece6da; --quiet: #a9a294; --mark: #e58a6f; --edge: #fff2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 4rem clamp(1rem, 4vw, 3rem) 5rem; background: var(--paper); color: var(--ink); font: 1.05rem/1.5 "EB Garamond", Garamond, "Iowan Old Style", "Palatino Linotype", Georgia, serif; }
header { text-align: center; margin-bottom: 3.5rem; }
header p { margin: 0; font-style: italic; color: var(--quiet); }
h1 { margin: .1em 0 0; font-weight: 400; font-size: clamp(2rem, 5vw, 3.2rem); line-height: 1.1; text-wrap: balance; }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 3.5rem 2.5rem; }
figure { margin: 0; }
img { display: block; width: 100%; height: auto; border-radius: 2px; box-shadow: 0 0 0 1px var(--edge), 0 10px 28px -12px #0008; }
figcaption { padding-top: 1.1rem; }
h2 { margin: 0; font-weight: 400; font-size: 1.3rem; }
.suits h2::before { content: "● "; color: var(--mark); font-size: .7em; vertical-align: .2em; }
figcaption p { margin: .2rem 0 0; color: var(--quiet); }
.chosen { color: var(--mark); font-style: italic; }
code { font: .85em/1 "Courier Prime", ui-monospace, Menlo, Consolas, monospace; color: var(--ink); }
footer { margin-top: 4rem; text-align: center; color: var(--quiet); }`;
