import type { Xhtml } from './xhtml.ts';

export interface BodyPiece {
  readonly content: Xhtml;
  readonly isSceneBreak: boolean;
  /** What the notes that it is the first to refer to add to its file. */
  readonly notesBytes: number;
}

/**
 * Old readers lay a file out whole and stall on long ones: Adobe's engine gives up beyond 300 KB. A file holds a little
 * more than its chapter's blocks, hence the margin.
 */
const maxPartBytes = 250_000;

/**
 * Splits a chapter's blocks into parts of at most {@link maxPartBytes}, at scene breaks alone: a scene that is longer
 * stays whole. A break opens the part that follows it, so that it is seen. Always at least one part.
 */
export function splitAtSceneBreaks(pieces: readonly BodyPiece[]): readonly (readonly Xhtml[])[] {
  const isCertainlyShort = totalLength(pieces) * maxBytesPerUnit <= maxPartBytes;
  if (isCertainlyShort) return [pieces.map(piece => piece.content)];
  const parts: Xhtml[][] = [];
  let part: Xhtml[] = [];
  let partBytes = 0;
  for (const scene of scenesOf(pieces)) {
    const sceneBytes = scene.reduce((sum, piece) => sum + utf8Length(piece.content.markup) + piece.notesBytes, 0);
    if (part.length > 0 && partBytes + sceneBytes > maxPartBytes) {
      parts.push(part);
      part = [];
      partBytes = 0;
    }
    for (const piece of scene) part.push(piece.content);
    partBytes += sceneBytes;
  }
  parts.push(part);
  return parts;
}

/** Runs of pieces, each but the first beginning with its scene break. */
function scenesOf(pieces: readonly BodyPiece[]): BodyPiece[][] {
  const scenes: BodyPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.isSceneBreak) scenes.push([]);
    scenes.at(-1)?.push(piece);
  }
  return scenes;
}

/** A UTF-16 code unit has at most three bytes in UTF-8. */
const maxBytesPerUnit = 3;

function totalLength(pieces: readonly BodyPiece[]): number {
  return pieces.reduce((sum, { content }) => sum + content.markup.length, 0);
}

const encoder = new TextEncoder();

export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}
