import { execFileSync } from 'node:child_process';

/**
 * The text of an imposed PDF, place after place as its pages are read: where each page lies is worked out here by itself, from
 * the way in which a sheet is folded or cut.
 * @param scheme `booklet`, printed on both sides over the long edge, or `mini-zine`
 */
export function textOfSheets(path, scheme) {
  const told = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  const sides = Number(/^Pages: +(\d+)/m.exec(told)?.[1]);
  const [width, height] = (/^Page size: +([\d.]+) x ([\d.]+)/m.exec(told)?.slice(1) ?? []).map(Number);
  return placesOf[scheme](sides).map(({ side, column, columns, row = 0, rows = 1 }) => {
    const [wide, high] = [width / columns, height / rows];
    const box = ['-x', column * wide, '-y', row * high, '-W', wide, '-H', high].map(value =>
      typeof value === 'number' ? String(Math.round(value)) : value,
    );
    const only = ['-f', String(side + 1), '-l', String(side + 1)];
    return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', ...only, ...box, path, '-'], { encoding: 'utf8' });
  });
}

const placesOf = { booklet: bookletPlaces, 'mini-zine': miniZinePlaces };

/**
 * Pages in halves of sheets that lie in each other. Turned over the long edge, a back is upside down in the file: its left
 * half is seen at the right.
 */
function bookletPlaces(sides) {
  const pages = 2 * sides;
  const places = Array.from({ length: pages });
  for (let sheet = 0; sheet < sides / 2; sheet++) {
    const [front, back] = [2 * sheet, 2 * sheet + 1];
    places[pages - 1 - 2 * sheet] = { side: front, column: 0, columns: 2 };
    places[2 * sheet] = { side: front, column: 1, columns: 2 };
    places[1 + 2 * sheet] = { side: back, column: 1, columns: 2 };
    places[pages - 2 - 2 * sheet] = { side: back, column: 0, columns: 2 };
  }
  return places;
}

/** The last page and the first three above, the others below from right to left. */
function miniZinePlaces() {
  const above = [1, 2, 3].map(column => ({ column, row: 0 }));
  const below = [3, 2, 1, 0].map(column => ({ column, row: 1 }));
  return [...above, ...below, { column: 0, row: 0 }].map(place => ({ ...place, side: 0, columns: 4, rows: 2 }));
}
