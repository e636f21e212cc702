import { spawnSync } from 'node:child_process';

/** Lines above this height are running heads; in points from the top of the page. */
const headHeightPt = 60;
/** A line that ends this much before the right edge is the last of its paragraph. */
const shortByPt = 7;
/** A mean gap above this shows as a hole. */
const widePt = 5;

/**
 * How even the gaps between words are on the full lines of a PDF: the standard deviation of each line's mean gap in points,
 * and the shares of lines with wide gaps and with a hyphen. `null` without poppler's `pdftotext`.
 */
export function measureWordGaps(path) {
  const { status, stdout } = spawnSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) return null;
  const lines = stdout.split('<page ').slice(1).flatMap(fullLinesOf);
  if (lines.length === 0) return null;
  const gaps = lines.map(line => mean(line.slice(1).map((word, index) => word.left - line[index].right)));
  const middle = mean(gaps);
  const share = count => Math.round((count / lines.length) * 10_000) / 100;
  return {
    lines: lines.length,
    deviationPt: Math.round(Math.sqrt(mean(gaps.map(gap => (gap - middle) ** 2))) * 100) / 100,
    widePercent: share(gaps.filter(gap => gap > widePt).length),
    hyphenatedPercent: share(lines.filter(line => /[-\u2010\u00ad]$/.test(line.at(-1).text)).length),
  };
}

/** Matches `<word xMin="58.0" yMin="74.2" xMax="80.1" yMax="88.5">kettle</word>`. */
const wordElement = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)<\/word>/g;

/** The justified lines of a page, each its words from left to right; pages of few lines have none. */
function fullLinesOf(page) {
  const rows = new Map();
  for (const [, left, top, right, text] of page.matchAll(wordElement)) {
    const word = { left: Number(left), top: Number(top), right: Number(right), text };
    const row = Math.round(word.top / 2);
    rows.set(row, [...(rows.get(row) ?? []), word]);
  }
  const lines = [...rows].sort(([one], [other]) => one - other).map(([, words]) => words.sort((one, other) => one.left - other.left)); // prettier-ignore
  if (lines.length < 10) return [];
  const edge = Math.max(...lines.map(line => line.at(-1).right));
  return lines.slice(1).filter(line => line.at(-1).right >= edge - shortByPt && line.length >= 4 && line[0].top >= headHeightPt); // prettier-ignore
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
