import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** One golden case: a folder with inputs `in.*` and the expected result `golden.<extension>`. */
export interface GoldenCase {
  readonly name: string;
  /** Names of the inputs, sorted: `in.txt`, or `in.1.txt`, `in.2.txt`. */
  readonly inputs: readonly string[];
  readonly folder: string;
}

/** Reads an input of a case as it lies on disk. */
export function readInput(golden: GoldenCase, input: string): Uint8Array {
  return readFileSync(join(golden.folder, input));
}

/**
 * One test for each folder below `casesFolder`: adding a case needs no code. `UPDATE_GOLDEN=1` writes what comes out,
 * to be reviewed by eye; in CI that is refused.
 * @param goldenName the file's name, `golden.json` or `golden.txt`
 * @param produce makes the text that the golden file holds
 */
export function describeGoldenCases(
  title: string,
  casesFolder: string,
  goldenName: string,
  produce: (golden: GoldenCase) => Promise<string>,
): void {
  describe(title, () => {
    it.each(casesIn(casesFolder))('$name', async golden => {
      expectGolden(join(golden.folder, goldenName), await produce(golden));
    });
  });
}

/** Compares a text with a golden file, or writes it there when `UPDATE_GOLDEN=1`. */
export function expectGolden(path: string, actual: string): void {
  if (process.env.UPDATE_GOLDEN === '1') {
    if (process.env.CI !== undefined) throw new Error('Golden files are not updated in CI');
    writeFileSync(path, actual);
  }
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : '';
  expect(actual).toBe(expected);
}

function casesIn(casesFolder: string): GoldenCase[] {
  return readdirSync(casesFolder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
    .map(name => {
      const folder = join(casesFolder, name);
      const inputs = readdirSync(folder)
        .filter(file => file.startsWith('in.'))
        .sort();
      if (inputs.length === 0) throw new Error(`${folder} has no input: a file named in.* was expected`);
      return { name, inputs, folder };
    });
}
