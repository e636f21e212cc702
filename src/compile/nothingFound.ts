import { CompileError } from '../diagnostics/compileError.ts';

/** All that went wrong, in one error; the first says what kind it is and what to do. */
export function nothingFound([first, ...others]: readonly CompileError[]): CompileError {
  if (first === undefined) {
    return new CompileError('compile/no-stories', 'There is no story to compile.', {
      hint: 'Name a file or a folder.',
    });
  }
  const message = [first, ...others].map(failure => failure.message).join('\n');
  return others.length === 0
    ? first
    : new CompileError(first.code, message, first.hint === undefined ? {} : { hint: first.hint });
}
