/** Colours for a stream, or none. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly magenta: (text: string) => string;
}

/** The palette for a stream. */
export function paletteFor(stream: NodeJS.WriteStream): Palette {
  const hasColor = wantsColor(stream, process.env);
  const sgr = (open: number, close: number) => (text: string) =>
    hasColor ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    bold: sgr(1, 22),
    dim: sgr(2, 22),
    red: sgr(31, 39),
    yellow: sgr(33, 39),
    green: sgr(32, 39),
    cyan: sgr(36, 39),
    magenta: sgr(35, 39),
  };
}

/**
 * Whether a stream is to have colours. `FORCE_COLOR` decides before all else, as in Node itself
 * (nodejs.org/api/tty.html#writestreamgetcolordepthenv); then `NO_COLOR` (no-color.org), a terminal that can do nothing, and
 * whether there is a terminal at all.
 */
export function wantsColor({ isTTY }: { readonly isTTY: boolean }, environment: NodeJS.ProcessEnv): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused = '', TERM: terminal } = environment;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY && refused === '' && terminal !== 'dumb';
}

/** Whether a line on a stream can be changed after it was written: never in the log of a service that builds. */
export function canChangeLines({ isTTY }: { readonly isTTY: boolean }, environment: NodeJS.ProcessEnv): boolean {
  return isTTY && environment.TERM !== 'dumb' && (environment.CI ?? '') === '';
}

/** Columns of a stream; 80 when it is no terminal. */
export function columnsOf(stream: NodeJS.WriteStream): number {
  return stream.isTTY && stream.columns > 0 ? stream.columns : 80;
}

/** Text that came from a file, made safe to print: without escape sequences and other control characters. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\u00b7');
}

/** The same for one line, such as a name in a table: line breaks and marks that turn the direction of what follows are shown, too. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\t\n\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\u00b7');
}
