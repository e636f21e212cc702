import { CompileError } from '../diagnostics/compileError.ts';

/** Fonts by what they are for; each a bundled family's name or a path. */
export interface NamedFonts {
  readonly body?: string;
  readonly headings?: string;
  readonly fallbacks: readonly string[];
}

/**
 * Reads what `--font` says, as often as it is given: `body=FILE`, `headings=FILE`, or a file to turn to for what they lack.
 * @throws CompileError `config/usage`.
 */
export function readFonts(values: readonly string[] = []): NamedFonts {
  let fonts: NamedFonts = { fallbacks: [] };
  for (const value of values) {
    // Matches `body=a.ttf`, `headings=EB Garamond`; not `a.ttf`.
    const [, use, named] = /^(body|headings)=(.*)$/s.exec(value.trim()) ?? [];
    const font = (named ?? value).trim();
    if (font === '') {
      throw new CompileError('config/usage', `--font is “${value}”; a font was expected.`, {
        hint: 'Write it like --font body=Mine.otf, --font headings=folder/, or --font Fallback.ttf.',
      });
    }
    if (use === 'body' || use === 'headings') fonts = { ...fonts, [use]: font };
    else fonts = { ...fonts, fallbacks: [...fonts.fallbacks, font] };
  }
  return fonts;
}
