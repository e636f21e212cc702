import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../support/golden.ts';
import { publicSurface } from './publicSurface.ts';

const examples = [...readFileSync('docs/library.md', 'utf8').matchAll(/```ts\n([^]*?)```/g)].map(
  ([, code = '']) => code,
);
const config = ts.readConfigFile('tsconfig.json', path => readFileSync(path, 'utf8')).config as {
  compilerOptions: object;
};
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd());

describe('the library', () => {
  it('has the public surface that is written down', () => {
    const program = ts.createProgram(['src/index.ts'], options);
    expectGolden('tests/golden/publicSurface.d.ts.txt', publicSurface(program, 'src/index.ts'));
  });
});

describe('the examples of docs/library.md', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'fascicle-library-'));
    mkdirSync(join(folder, 'node_modules/@types'), { recursive: true });
    symlinkSync(resolve('.'), join(folder, 'node_modules/fascicle'));
    symlinkSync(resolve('node_modules/@types/node'), join(folder, 'node_modules/@types/node'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    examples.forEach((code, index) => {
      writeFileSync(join(folder, `example${index + 1}.ts`), code);
    });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are typed right', () => {
    const paths = examples.map((_, index) => join(folder, `example${index + 1}.ts`));
    const program = ts.createProgram(paths, { ...options, rootDir: folder, typeRoots: [join(folder, 'node_modules/@types')] }); // prettier-ignore
    const found = ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`); // prettier-ignore
    expect(found).toEqual([]);
  });

  it.each([
    [1, 'ash.epub true\n'],
    [2, 'true storyRead storyRead\n'],
    [3, 'ash.pdf 3\n'],
    [4, `${['Ash', 'Birch', 'Cedar'].map(name => join('shelf', 'out', `${name}.epub`)).join(' ')}\n`],
    [5, 'fascicle/inspect@1 2\n'],
    [6, '0\n'],
  ])('do what they say: number %i', (number, said) => {
    const code = ts.transpileModule(examples[number - 1] ?? '', {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    writeFileSync(join(folder, `example${number}.js`), code.outputText);
    const { stdout, stderr } = spawnSync(process.execPath, [`example${number}.js`], { cwd: folder, encoding: 'utf8' });
    expect([stdout, stderr]).toEqual([said, '']);
  });
});
