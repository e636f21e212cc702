import { readFileSync } from 'node:fs';
import { openArchive } from '../dist/archive/openArchive.js';
import { readEntry } from '../dist/archive/readEntry.js';

/**
 * The text of an EPUB in the order of its spine: titles, bylines, headings, notes and chapters. The contents, the half title,
 * the imprint, the footnotes and the headings of dedications and mottos, which a PDF has in other places, are left out, and so
 * are tables and words with raised or lowered letters if `withShifted` is false.
 */
export function readStoryText(epubPath, { withShifted }) {
  return readPages(epubPath)
    .map(page => textOf(page.replace(displayedHeading, '$<before>').replace(footnote, ''), withShifted))
    .join('\n');
}

/** The headings of the book's dedication and motto: print names them in the contents only. */
export function readDisplayedHeadings(epubPath) {
  return readPages(epubPath)
    .map(page => displayedHeading.exec(page)?.groups?.heading ?? '')
    .map(heading => textOf(heading, true))
    .join('\n');
}

// Matches `<section id="book-dedication" class="matter"><h1>For All</h1>`.
const displayedHeading =
  /(?<before><section id="book-(?:dedication|epigraph)[^>]*>\s*(?:<header[^>]*>\s*)?)(?<heading><h(?<level>[1-6])[\s\S]*?<\/h\k<level>>)/;

const footnote = /<aside[^>]* epub:type="footnote"[\s\S]*?<\/aside>/g;

/** The footnotes of an EPUB, each with its mark. */
export function readFootnotes(epubPath) {
  return readPages(epubPath).flatMap(page => (page.match(footnote) ?? []).map(note => textOf(note, true)));
}

/** What the imprint of an EPUB states of its stories and the book: labels and values. */
export function readImprintFacts(epubPath) {
  const facts = readPages(epubPath).flatMap(page => page.match(/<li><span class="fact"[\s\S]*?<\/li>/g) ?? []);
  return facts.map(fact => textOf(fact, true)).join('\n');
}

/** The pages of an EPUB in the order of its spine, without its contents. */
function readPages(epubPath) {
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
  const items = [...opf.matchAll(/<item [^>]*>/g)].map(([item]) => item);
  const hrefs = new Map(items.map(item => [attribute(item, 'id'), attribute(item, 'href')]));
  const navigation = items.filter(item => attribute(item, 'properties') === 'nav').map(item => attribute(item, 'id'));
  const spine = [...opf.matchAll(/<itemref [^>]*>/g)].map(([item]) => attribute(item, 'idref'));
  return spine.filter(id => !navigation.includes(id)).map(id => text(`OEBPS/${hrefs.get(id)}`));
}

function attribute(tag, name) {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function textOf(xhtml, withShifted) {
  return (
    xhtml
      .replace(/^[\s\S]*<body[^>]*>/, '')
      .replace(/<section[^>]* epub:type="halftitlepage"[\s\S]*$/, '')
      .replace(/<section[^>]* epub:type="colophon"[\s\S]*$/, '')
      .replace(/<table[\s\S]*?<\/table>/g, table => (withShifted ? table : '\n'))
      // Matches "H<sub>2</sub>O", "4<sup>th</sup>".
      .replace(/[^\s<>]*<su([bp])>[\s\S]*?<\/su\1>[^\s<>]*/g, word => (withShifted ? word : ' '))
      .replace(/<(?:\/p|\/li|\/td|\/th|\/h[1-6]|\/d[td]|br\/|hr)[^>]*>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#160;/g, '\u00a0')
      .replace(/&amp;/g, '&')
  );
}
