import type { ImpositionRequest } from './imposition.ts';
import { type Grid, holdsActual, roomFor } from './sheetLayout.ts';

/**
 * How single leaves are laid on a sheet: as many as are asked for, else as many as it holds in their own size with their
 * bleed (without it where that is too much), `stab` at most two. What holds none takes two, `stab` one, which are scaled or
 * refused.
 */
export function leafGrid(request: ImpositionRequest): Grid {
  const fewest = request.scheme === 'stab' ? 1 : 2;
  if (request.leavesPerSheet !== undefined) return roomiest(request, request.leavesPerSheet);
  const [width, height] = request.trimPt;
  const withBleed: ImpositionRequest = {
    ...request,
    trimPt: [width + request.bleedPt * 2, height + request.bleedPt * 2],
  };
  return fullest(withBleed, fewest) ?? fullest(request, fewest) ?? roomiest(request, fewest);
}

/** The grid with most places that hold a page of its own size; `null` when there are fewer than a scheme wants. */
function fullest(request: ImpositionRequest, fewest: number): Grid | null {
  const most = request.scheme === 'stab' ? 2 : Infinity;
  let best: Grid | null = null;
  const long = Math.max(...request.paperPt);
  const [width, height] = request.trimPt;
  const across = Math.max(1, Math.ceil(long / width));
  const down = Math.max(1, Math.ceil(long / height));
  for (let rows = 1; rows <= down; rows++) {
    for (let columns = 1; columns <= across; columns++) {
      const grid: Grid = { columns, rows, parts: 1 };
      const places = columns * rows;
      if (places < fewest || places > most || places <= (best === null ? 0 : best.columns * best.rows)) continue;
      if (holdsActual(request, grid)) best = grid;
    }
  }
  return best;
}

/** The grid of so many places that leaves the most room for each. */
function roomiest(request: ImpositionRequest, places: number): Grid {
  const count = Math.max(1, Math.floor(places));
  let best: Grid = { columns: count, rows: 1, parts: 1 };
  for (let rows = 2; rows <= count; rows++) {
    const grid: Grid = { columns: count / rows, rows, parts: 1 };
    if (count % rows === 0 && roomFor(request, grid) > roomFor(request, best)) best = grid;
  }
  return best;
}
