import { lineText, type Piece } from '../../drawing/breakLines.ts';
import type { PieceText } from '../../drawing/fitLettering.ts';
import { measureText, type TypeStyle } from '../../drawing/lettering.ts';

/**
 * Divides a paragraph into lines as full as they can be, of a width in thousandths of an em. A last line of one short word
 * gets the word before it for company.
 */
export function fillLines(pieces: readonly Piece[], maxWidth: number): string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf([...line, piece]) <= maxWidth) line.push(piece);
    else lines.push([piece]);
  }
  const [above, last] = lines.slice(-2);
  if (above !== undefined && last?.length === 1 && above.length > 3) {
    const moved = above.pop();
    if (moved !== undefined) last.unshift(moved);
  }
  return lines.map(line => lineText(line));
}

/** Measures the pieces of a paragraph, each distinct one once. */
export function measurePieces(pieces: readonly PieceText[], style: TypeStyle): Piece[] {
  const widths = new Map<string, number>();
  const widthOfText = (part: string): number => {
    const width = widths.get(part) ?? measureText(part, style);
    widths.set(part, width);
    return width;
  };
  return pieces.map(piece => ({
    ...piece,
    width: widthOfText(piece.text),
    jointWidth: widthOfText(piece.joint),
  }));
}

function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.width + piece.jointWidth, -(pieces.at(-1)?.jointWidth ?? 0));
}
