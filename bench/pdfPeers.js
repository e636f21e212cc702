import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const fonts = join(root, 'fonts/eb-garamond');

/** WeasyPrint needs minutes for more, and LuaLaTeX is asked for one pass. */
const mostWords = 100_000;

/**
 * Other makers of PDF, as far as they are installed: a name, the most words they are given, and a function that writes the
 * text as each wants it and returns the command. All get the page of our plain theme, the same font, size and leading, justified
 * and hyphenated.
 * @param typstFolder where the Typst package is installed; `undefined` to look beside this program
 */
export function findPeers(typstFolder) {
  const typst = resolveTypst(typstFolder);
  const peers = [];
  if (typst !== null) peers.push({ name: 'typst', most: Infinity, prepare: (text, stem) => prepareTypst(typst, text, stem) }); // prettier-ignore
  if (runs('weasyprint')) peers.push({ name: 'weasyprint', most: mostWords, prepare: prepareWeasyPrint });
  if (runs('lualatex')) peers.push({ name: 'lualatex', most: mostWords, prepare: prepareLuaLatex });
  return peers;
}

function runs(command) {
  return spawnSync(command, ['--version']).status === 0;
}

function resolveTypst(folder) {
  try {
    return createRequire(join(resolve(folder ?? root), 'package.json')).resolve(
      '@myriaddreamin/typst-ts-node-compiler',
    );
  } catch {
    if (folder !== undefined) throw new Error(`${folder} has no @myriaddreamin/typst-ts-node-compiler`);
    return null;
  }
}

/** Paragraphs and the titles of chapters: the long story's layout. */
function blocksOf(text) {
  return text.trim().split(/\n{2,}/).map(block => ({ block, isChapter: /^Chapter \d+$/.test(block) })); // prettier-ignore
}

function prepareTypst(module, text, stem) {
  const escape = block => block.replace(/[\\#$*_`<>@=[\]~"'/-]/g, sign => `\\${sign}`);
  const head = `#set page(width: 396pt, height: 612pt, margin: (top: 60pt, bottom: 62pt, inside: 58pt, outside: 50pt), numbering: "1")
#set text(font: "EB Garamond", size: 11pt, lang: "en", top-edge: 0.8em, bottom-edge: -0.2em)
#set par(justify: true, leading: 3pt, first-line-indent: 14pt, spacing: 3pt)
`;
  const body = blocksOf(text).map(({ block, isChapter }) => (isChapter ? `#pagebreak(weak: true)\n= ${block}` : escape(block))); // prettier-ignore
  writeFileSync(`${stem}.typ`, `${head}${body.join('\n\n')}\n`);
  const script = join(root, 'bench/runTypst.js');
  return { command: process.execPath, args: [script, module, fonts, `${stem}.typ`, `${stem}.pdf`], isNode: true };
}

function prepareWeasyPrint(text, stem) {
  const escape = block => block.replace(/[&<]/g, sign => (sign === '&' ? '&amp;' : '&lt;'));
  const face = (file, style) => `@font-face { font-family: G; font-style: ${style}; src: url("file://${join(fonts, file)}") }`; // prettier-ignore
  const body = blocksOf(text).map(({ block, isChapter }) => (isChapter ? `<h1>${block}</h1>` : `<p>${escape(block)}</p>`)); // prettier-ignore
  writeFileSync(
    `${stem}.html`,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>The Long Story</title><style>
${face('EBGaramond-Regular.ttf', 'normal')} ${face('EBGaramond-Italic.ttf', 'italic')}
@page { size: 396pt 612pt; margin: 60pt 50pt 62pt 58pt; @bottom-center { content: counter(page) } }
body { font: 11pt/14pt G; text-align: justify; hyphens: auto } p { margin: 0; text-indent: 14pt }
h1 { break-before: page; font-size: 20pt; line-height: 28pt }
</style>${body.join('\n')}</html>`,
  );
  return { command: 'weasyprint', args: ['-q', `${stem}.html`, `${stem}.pdf`], isNode: false };
}

function prepareLuaLatex(text, stem) {
  const escape = block => block.replace(/[\\{}#$%&_~^]/g, sign => `\\char${sign.charCodeAt(0)}{}`);
  const body = blocksOf(text).map(({ block, isChapter }) => (isChapter ? `\\clearpage\\section*{${block}}` : escape(block))); // prettier-ignore
  writeFileSync(
    `${stem}.tex`,
    `\\documentclass[twoside]{article}
\\usepackage[paperwidth=396pt,paperheight=612pt,top=60pt,bottom=62pt,inner=58pt,outer=50pt]{geometry}
\\usepackage{fontspec,microtype}\\usepackage[english]{babel}
\\setmainfont{EBGaramond-Regular.ttf}[Path=${fonts}/,ItalicFont=EBGaramond-Italic.ttf]
\\begin{document}\\fontsize{11bp}{14bp}\\selectfont\\setlength{\\parindent}{14bp}
${body.join('\n\n')}
\\end{document}
`,
  );
  const args = ['-interaction=batchmode', `-output-directory=${resolve(stem, '..')}`, `${stem}.tex`];
  return { command: 'lualatex', args, isNode: false };
}
