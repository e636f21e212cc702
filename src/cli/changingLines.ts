import { createLogUpdate } from 'log-update';
import { progressLines, type WorkState } from './progressText.ts';
import { columnsOf, paletteFor } from './terminal.ts';

/** Lines at the foot of a terminal that are written over again. */
export interface ChangingLines {
  readonly draw: (state: WorkState) => void;
  readonly clear: () => void;
}

/** The cursor stays as it is: whoever hides it has to bring it back, whatever ends the program. */
export function createChangingLines(stream: NodeJS.WriteStream): ChangingLines {
  const update = createLogUpdate(stream, { showCursor: true });
  const palette = paletteFor(stream);
  return {
    draw: state => {
      // The last column stays free: a letter in it makes some terminals begin a new line.
      const [first = '', ...others] = progressLines(state, columnsOf(stream) - 1);
      update([first, ...others.map(line => palette.dim(line))].join('\n'));
    },
    clear: () => {
      update.clear();
    },
  };
}
