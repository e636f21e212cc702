import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CliRun, program, useWorkplace } from './spawnCli.ts';

const { folder, write, run } = useWorkplace();

const recipes = readFileSync('docs/recipes.md', 'utf8');

/** The blocks of code below a heading, in one language. */
function blocks(heading: string, language: string): readonly string[] {
  const section = recipes.split(/^## /m).find(part => part.startsWith(heading)) ?? '';
  // ```sh … ```
  return [...section.matchAll(/^```(\w+)\n([^]*?)^```/gm)].filter(([, name]) => name === language).map(([, , code = '']) => code); // prettier-ignore
}

function block(heading: string, language: string, start: string): string {
  const found = blocks(heading, language).find(code => code.startsWith(start));
  if (found === undefined) throw new Error(`no such recipe: ${heading}`);
  return found;
}

const has = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/** Runs a script of the recipes with programs in the place of those that it calls. */
function runScript(script: string, args: readonly string[], programs: Readonly<Record<string, string>> = {}): CliRun {
  const ours = { fascicle: `exec "${process.execPath}" "${program}" "$@"`, ...programs };
  for (const [name, body] of Object.entries(ours)) {
    write({ [`bin/${name}`]: `#!/bin/sh\n${body}\n` });
    chmodSync(join(folder(), 'bin', name), 0o755);
  }
  write({ 'bin/script': script });
  const env = { ...process.env, PATH: `${join(folder(), 'bin')}:${process.env.PATH ?? ''}`, XDG_STATE_HOME: join(folder(), 'state'), FASCICLE_CACHE: 'off' }; // prettier-ignore
  const { status, stdout, stderr } = spawnSync('sh', ['bin/script', ...args], { cwd: folder(), encoding: 'utf8', env });
  return { status, stdout, stderr };
}

const story = (title: string) => `${title}\n\nby Wren\n\nThe lamp was lit.\n`;
const shelf = { 'fascicle.yaml': 'books: [stories/*.txt]\neditions: [epub]\ncover: none\n', 'stories/a.txt': story('Ash'), 'stories/b.txt': story('Birch') }; // prettier-ignore

describe('the recipes', () => {
  it('have scripts that a shell understands and files that are YAML', () => {
    const code = (language: string) => [...recipes.matchAll(/^```(\w+)\n([^]*?)^```/gm)].filter(([, name]) => name === language).map(([, , text = '']) => text); // prettier-ignore
    for (const script of code('sh'))
      expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' }).stderr).toBe('');
    for (const file of code('yaml')) expect(parse(file)).toBeTypeOf('object');
    expect(code('sh').length).toBeGreaterThan(5);
  });

  it('make a shelf from a folder of downloads, by author', () => {
    const page = readFileSync('tests/normalize/cases/html-ao3-download/in.html');
    const shelfFile = block('A shelf from downloads', 'yaml', 'books');
    write({ 'fascicle.yaml': shelfFile, 'downloads/gifts/one.html': page, 'downloads/two.html': `<h1>Ash</h1><p>By Wren</p><p>It rained.</p>` }); // prettier-ignore
    expect(run(['build', '--dry-run']).status).toBe(0);
    expect(run(['build', '--cover', 'none']).status).toBe(0);
    expect(readdirSync(join(folder(), 'out/nellash-wren-of-the-quay'))).toEqual(['the-lamp-keeper.epub']);
  });

  it.skipIf(!has('flock'))(
    'build from cron, and speak only of failures',
    () => {
      write(shelf);
      const script = block('Every night', 'sh', '#!/bin/sh');
      expect(runScript(script, ['.'])).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(readFileSync(join(folder(), 'state/fascicle/books.list'), 'utf8')).toBe('out/stories/a.epub\nout/stories/b.epub\n'); // prettier-ignore
      write({ 'stories/c.txt': '' });
      const failed = runScript(script, ['.']);
      expect(failed.status).toBe(1);
      expect(failed.stdout).toMatch(/^Some books failed[^]*stories\/c\.txt/);
      write({ 'fascicle.yaml': 'boks: []\n' });
      const refused = runScript(script, ['.']);
      expect(refused.status).toBe(2);
      expect(refused.stdout).toMatch(/^Nothing was built[^]*"boks" is not a known key/);
    },
    30_000,
  );

  it.skipIf(!has('flock'))('leave a night out while the last build is still running', () => {
    write({ ...shelf, 'state/fascicle/lock': '' });
    write({ 'bin/night': block('Every night', 'sh', '#!/bin/sh') });
    const { status, stdout } = runScript('exec flock state/fascicle/lock sh bin/night .', []);
    expect([status, stdout]).toEqual([75, 'The last build is still running.\n']);
    expect(existsSync(join(folder(), 'out'))).toBe(false);
  });

  it.skipIf(!has('sha256sum'))(
    'mail each book once, and again what could not be sent',
    () => {
      write(shelf);
      const script = block('To a Kindle', 'sh', '#!/bin/sh');
      const sent = () => (existsSync(join(folder(), 'mails')) ? readFileSync(join(folder(), 'mails'), 'utf8').trim().split('\n') : []); // prettier-ignore
      expect(runScript(script, ['me@kindle.com'], { mutt: 'exit 1' }).status).toBe(1);
      const mutt = 'echo "$@" >>mails';
      expect(runScript(script, ['me@kindle.com'], { mutt }).status).toBe(0);
      expect(sent()).toEqual(['-s a -a out/stories/a.epub -- me@kindle.com', '-s b -a out/stories/b.epub -- me@kindle.com']); // prettier-ignore
      write({ 'stories/b.txt': story('Beech') });
      expect(runScript(script, ['me@kindle.com'], { mutt }).status).toBe(0);
      expect(sent().slice(2)).toEqual(['-s b -a out/stories/b.epub -- me@kindle.com']);
    },
    30_000,
  );

  it.skipIf(!has('rsync'))('copy onto a Kobo, and onto nothing else', () => {
    write({ ...shelf, 'drive/.kobo/version': '' });
    const script = block('To a Kobo', 'sh', '#!/bin/sh');
    expect(runScript(script, ['stories']).stderr).toBe('There is no Kobo at stories.\n');
    expect(runScript(script, ['drive'], { mountpoint: 'exit 1' }).status).toBe(0);
    expect(readdirSync(join(folder(), 'drive/fascicle/stories')).sort()).toEqual(['a.kepub.epub', 'b.kepub.epub']);
  });
});
