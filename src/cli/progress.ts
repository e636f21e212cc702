import type { CompileEvent } from '../compile/compileEvent.ts';
import { columnsOf, paletteFor, printable } from './terminal.ts';

/** Shows on stderr what a build is doing: one line that changes on a terminal, a line a file elsewhere. */
export interface Progress {
  readonly show: (event: CompileEvent) => void;
  /** Clears what was shown. */
  readonly finish: () => void;
}

export function createProgress({ isQuiet }: { readonly isQuiet: boolean }): Progress {
  if (isQuiet) return { show: () => undefined, finish: () => undefined };
  return process.stderr.isTTY && process.env.TERM !== 'dumb' ? changingLine() : plainLines();
}

function plainLines(): Progress {
  return {
    show: event => {
      if (event.type === 'storyRead') process.stderr.write(`read ${printable(event.story.files.join(', '))}\n`);
      else if (event.type === 'artifactStarted') process.stderr.write(`make ${printable(event.fileName)}\n`);
    },
    finish: () => undefined,
  };
}

function changingLine(): Progress {
  const palette = paletteFor(process.stderr);
  let [read, made, total] = [0, 0, 0];
  const draw = (text: string) => {
    const line = printable(text).slice(0, columnsOf(process.stderr) - 1);
    process.stderr.write(`\r\u001b[2K${palette.dim(line)}`);
  };
  return {
    show: event => {
      switch (event.type) {
        case 'storyRead':
        case 'storyFailed': {
          const { story } = event;
          read++;
          draw(`reading ${read}: ${story.files[0] ?? ''}`);
          break;
        }
        case 'planned':
          total = event.artifacts;
          break;
        case 'artifactStarted':
          draw(`making ${made + 1} of ${total}: ${event.fileName}`);
          break;
        case 'artifactFinished':
        case 'artifactFailed':
          made++;
          break;
      }
    },
    finish: () => void process.stderr.write('\r\u001b[2K'),
  };
}
