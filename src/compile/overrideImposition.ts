import type { ImpositionConfig } from '../config/impositionConfig.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { idleSetting } from '../impose/idleSettings.ts';
import type { SchemeName } from '../impose/imposition.ts';
import type { CompileOptions } from './compileOptions.ts';
import { type Edition, impositionOf } from './edition.ts';

/**
 * The options with settings of sheets that count before what the book says, for all of its editions that lie on sheets.
 * @throws CompileError `config/usage` where no edition does.
 */
export function overrideImposition(options: CompileOptions, settings: ImpositionConfig): CompileOptions {
  const first = Object.keys(settings)[0] ?? (options.foldPreview === true ? 'fold-preview' : undefined);
  if (first === undefined) return options;
  const editions = (options.editions ?? []).filter((edition): edition is Edition => typeof edition !== 'string');
  const schemes = editions.flatMap(edition => impositionOf(edition)?.scheme ?? []);
  if (schemes.length === 0) {
    throw new CompileError('config/usage', `--${first} is for editions on sheets, and none is to be made.`, {
      hint: 'Ask for one, such as -f booklet, or leave the option out.',
    });
  }
  refuseIdle(settings, schemes);
  return { ...options, editions: options.editions?.map(edition => (typeof edition === 'string' ? edition : over(edition, settings))) }; // prettier-ignore
}

/**
 * What is asked for and would change nothing is a mistake about the scheme: of `--signature 4` with a booklet something else was hoped.
 * @throws CompileError `config/usage`.
 */
export function refuseIdle(settings: ImpositionConfig, schemes: readonly SchemeName[]): void {
  const name = idleSetting(Object.keys(settings), schemes);
  if (name === null) return;
  throw new CompileError('config/usage', `--${name} changes nothing in ${[...new Set(schemes)].join(' or ')}.`, {
    hint: name === 'signature' ? 'Take signatures for sheets to sew, or leave the option out.' : 'Leave it out.',
  });
}

function over(edition: Edition, settings: ImpositionConfig): Edition {
  const imposition = impositionOf(edition);
  return imposition === null
    ? edition
    : { ...edition, imposition: { ...imposition, ...settings, scheme: imposition.scheme } };
}
