import { createLogUpdate } from 'log-update';
import { progressLines, type WorkState } from './progressText.ts';
import { columnsOf, paletteFor } from './terminal.ts';
import { widthOf } from './textWidth.ts';

/** Lines at the foot of a terminal that are written over again. */
export interface ChangingLines {
  readonly draw: (state: WorkState) => void;
  readonly clear: () => void;
}

/** The cursor stays as it is: whoever hides it has to bring it back, whatever ends the program. */
export function createChangingLines(stream: NodeJS.WriteStream): ChangingLines {
  const update = createLogUpdate(stream, { showCursor: true });
  const palette = paletteFor(stream);
  let [drawnColumns, drawn]: [number, readonly string[]] = [columnsOf(stream), []];
  return {
    draw: state => {
      const columns = columnsOf(stream);
      if (columns < drawnColumns) {
        stream.write(eraseWrapped(drawn, columns));
        update.done();
      }
      // The last column stays free: a letter in it makes some terminals begin a new line.
      [drawnColumns, drawn] = [columns, progressLines(state, columns - 1)];
      const [first = '', ...others] = drawn;
      update([first, ...others.map(line => palette.dim(line))].join('\n'));
    },
    clear: () => {
      if (columnsOf(stream) < drawnColumns) stream.write(eraseWrapped(drawn, columnsOf(stream)));
      else update.clear();
    },
  };
}

/** Takes back lines that a terminal has wrapped anew because it was made narrower, which the library counts as they were. */
function eraseWrapped(lines: readonly string[], columns: number): string {
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / columns)), 0);
  return rows === 0 ? '' : `\u001b[${rows}A\r\u001b[J`;
}
