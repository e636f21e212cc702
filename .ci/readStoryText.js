import { readFileSync } from 'node:fs';
import { openArchive } from '../dist/archive/openArchive.js';
import { readEntry } from '../dist/archive/readEntry.js';

/** The text of an EPUB's chapters in the order of its spine, without headings, which a PDF sets in another way. */
export function readStoryText(epubPath) {
  const archive = openArchive(readFileSync(epubPath));
  const entries = [...archive.entries];
  const text = path =>
    Buffer.from(
      readEntry(
        archive,
        entries.find(entry => entry.path === path),
      ),
    ).toString('utf8');
  const opf = text('OEBPS/content.opf');
  const hrefs = new Map(
    [...opf.matchAll(/<item [^>]*>/g)].map(([item]) => [attribute(item, 'id'), attribute(item, 'href')]),
  );
  const spine = [...opf.matchAll(/<itemref [^>]*>/g)].map(([item]) => hrefs.get(attribute(item, 'idref')));
  return spine
    .filter(href => /chapter/.test(href))
    .map(href => textOf(text(`OEBPS/${href}`)))
    .join('\n');
}

function attribute(tag, name) {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function textOf(xhtml) {
  return xhtml
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<h[1-6][^>]*>[\s\S]*?<\/h[1-6]>|<header[^>]*>[\s\S]*?<\/header>/g, ' ')
    .replace(/<(?:\/p|\/li|\/td|\/th|br\/|hr)[^>]*>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#160;/g, '\u00a0')
    .replace(/&amp;/g, '&');
}
