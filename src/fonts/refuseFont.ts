import { CompileError } from '../diagnostics/compileError.ts';

/** What a font file was expected to be, for the hints of refusals. */
export const fontFormats = 'a TrueType or OpenType font (.ttf, .otf), a collection (.ttc), .woff or .woff2';

/**
 * The refusal of a font file that cannot be used.
 * @param found what is wrong with it, to follow the file's name: `is empty`
 */
export function refuseFont(path: string, found: string, hint?: string, cause?: unknown): CompileError {
  return new CompileError('fonts/unreadable', `The font ${path} ${found}.`, {
    hint: hint ?? `Name ${fontFormats}, whole and as its maker gave it out.`,
    path,
    cause,
  });
}
