import * as v from 'valibot';
import { checkData } from '../data/checkData.ts';
import { parseYaml } from '../data/parseYaml.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { text } from './values.ts';

/** What a `fascicle.yaml` may say. */
export const shelfSchema = v.object({
  books: v.pipe(v.array(text, 'must be a list of books'), v.minLength(1, 'must name at least one book')),
});

/** A checked `fascicle.yaml`; paths in it are as written, relative to its folder. */
export type ShelfConfig = v.InferOutput<typeof shelfSchema>;

/**
 * Parses and checks the text of a `fascicle.yaml`; all problems are reported at once.
 * @throws CompileError `config/invalid-yaml` or `config/invalid`.
 */
export function parseShelfConfig(source: string, path: string): ShelfConfig {
  const yaml = parseYaml(source);
  if (!yaml.ok) {
    const problems = yaml.problems.map(problem => `line ${problem.line}: ${problem.message}`);
    throw new CompileError('config/invalid-yaml', `${path} is not valid YAML:\n  ${problems.join('\n  ')}`, {
      hint: 'Put titles with a colon in quotes, and indent with spaces.',
      path,
    });
  }
  const checked = checkData(shelfSchema, yaml.value);
  if (checked.ok) return checked.value;
  const count = checked.problems.length;
  throw new CompileError(
    'config/invalid',
    `${path} has ${count === 1 ? 'a mistake' : `${count} mistakes`}:\n  ${checked.problems.join('\n  ')}`,
    { hint: 'Name the books of the shelf under "books:".', path },
  );
}
