import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeLongStory } from '../bench/longStory.js';
import { program, themes } from './books.js';
import { runTool } from './runTool.js';

/**
 * What the word spaces of justified text may be at most: their standard deviation in points, the share of lines whose spaces
 * are over 5 pt wide, the share that end in a hyphen; and the narrowest space, in points. LuaLaTeX with microtype comes to
 * 0.32 pt, 0.0 % and 5.9 % on prose of this kind, Typst to 0.72, 0.5 and 5.3.
 */
const limits = { spreadPt: 0.5, wideShare: 0.002, hyphenShare: 0.07, narrowestPt: 1.57 };

/** Spaces wider than this are holes, in points. */
const widePt = 5;

/** So many words of our own stories make a long book. */
const longWords = 60_000;

/** Word spaces of the sample anthology and of a long book, in every theme. */
export async function gapGate({ work, out, files, report }) {
  const anthologies = files.filter(file => file.endsWith('.pdf') && file.startsWith('anthology in '));
  for (const file of anthologies) reportGaps(file, join(out, file), report);
  const story = join(work, 'long.txt');
  writeFileSync(story, makeLongStory(resolve(import.meta.dirname, '../stories'), longWords));
  for (const theme of themes) {
    const folder = join(work, `long in ${theme}`);
    mkdirSync(folder);
    const args = [program, 'build', story, '-f', 'pdf', '--theme', theme, '--out', folder, '--quiet'];
    const { status, stderr } = await runTool(process.execPath, args);
    const made = readdirSync(folder).find(name => name.endsWith('.pdf'));
    if (made === undefined) report(false, `a long book in ${theme}`, `exit ${status}\n${stderr}`);
    else reportGaps(`a long book in ${theme}`, join(folder, made), report);
  }
}

function reportGaps(name, path, report) {
  const gaps = measureGaps(path);
  const isGood =
    gaps.lines > 0 &&
    gaps.spreadPt <= limits.spreadPt &&
    gaps.wideShare <= limits.wideShare &&
    gaps.hyphenShare <= limits.hyphenShare &&
    gaps.narrowestPt >= limits.narrowestPt;
  report(isGood, `word spaces of ${name}: ${describe(gaps)}`, `expected at most ${describe({ lines: 0, ...limits })}`);
}

function describe({ lines, spreadPt, wideShare, hyphenShare, narrowestPt }) {
  const percent = share => `${(share * 100).toFixed(2)} %`;
  return `${lines} lines, spread ${spreadPt.toFixed(2)} pt, wide ${percent(wideShare)}, hyphens ${percent(hyphenShare)}, narrowest ${narrowestPt.toFixed(2)} pt`;
}

/** The figures of a PDF's justified lines, from where pdftotext sees each word. */
export function measureGaps(path) {
  const xml = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 1e9 });
  const pages = xml
    .split('<page ')
    .slice(1)
    .map(page => Array.from(page.matchAll(wordElement), readWord));
  const textHeight = commonest(pages.flatMap(words => words.map(word => word.height)));
  const lines = pages.flatMap(words => justifiedLines(words, textHeight));
  const spaces = lines.map(line => line.spacePt);
  const mean = sum(spaces) / spaces.length;
  return {
    lines: lines.length,
    spreadPt: Math.sqrt(sum(spaces.map(space => (space - mean) ** 2)) / spaces.length),
    wideShare: spaces.filter(space => space > widePt).length / spaces.length,
    hyphenShare: lines.filter(line => line.endsInHyphen).length / lines.length,
    narrowestPt: spaces.reduce((least, space) => Math.min(least, space), Infinity),
  };
}

// Matches `<word xMin="1.5" yMin="2.5" xMax="3.5" yMax="4.5">word</word>`.
const wordElement = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;

function readWord([, left, top, right, bottom, text]) {
  const [from, to] = [Number(top), Number(bottom)];
  return { left: Number(left), right: Number(right), bottom: to, height: Math.round((to - from) * 10), text };
}

function commonest(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/**
 * The lines of a page in the size of the text that end at its right edge and whose spaces are alike: neither last lines nor
 * titles, nor lines of a contents page, which have one long gap.
 */
function justifiedLines(page, textHeight) {
  const rows = new Map();
  for (const word of page) {
    const row = Math.round(word.bottom);
    if (!rows.has(row)) rows.set(row, []);
    rows.get(row).push(word);
  }
  const all = [...rows.values()].map(words => words.sort((a, b) => a.left - b.left));
  if (all.length < fewestLines) return [];
  const edge = all.reduce((most, words) => Math.max(most, words.at(-1).right), 0);
  return all.flatMap(words => {
    const spaces = words.slice(1).map((word, index) => word.left - words[index].right);
    const isJustified =
      words.length >= fewestWords &&
      words.at(-1).height === textHeight &&
      words.at(-1).right > edge - edgeDepthPt &&
      Math.max(...spaces) - Math.min(...spaces) < sameSpacePt;
    if (!isJustified) return [];
    return [{ spacePt: sum(spaces) / spaces.length, endsInHyphen: /[-\u00ad\u2010]$/.test(words.at(-1).text) }];
  });
}

/** A page with fewer lines is no page of text. */
const fewestLines = 10;
const fewestWords = 4;
/** Hyphens and full stops hang out by less than this. */
const edgeDepthPt = 7;
/** The spaces of a justified line differ by less than this. */
const sameSpacePt = 0.1;

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
