import type { Color } from './drawing.ts';

/** The colour of one ink printed over another, as the blend `multiply` has it; #ffffff changes nothing. */
export function overprint(first: Color, second: Color): Color {
  const channels = [1, 3, 5].map(start => {
    const [one, other] = [first, second].map(color => Number.parseInt(color.slice(start, start + 2), 16));
    return Math.round(((one ?? 0) * (other ?? 0)) / 255);
  });
  return '#' + channels.map(channel => channel.toString(16).padStart(2, '0')).join('');
}
