import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explainUsage } from '../../src/cli/explainUsage.ts';
import { expectGolden } from '../support/golden.ts';
import { hasBash, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

const manuscript = `The Salt Ledger
by Corvina Teasdale

Rating: PG
Disclaimer: The harbour is mine; the sea is not.

The harbour master counted the boats twice and came to two different numbers, both of which he wrote down.

"You might count them again," said the clerk.

He said that he might.

***

By morning there was one more, and nobody had heard it come in.

It was a very small one.

It was tied up with a knot that was not used in that harbour.

Nobody would undo it.

The End

Back to the index
`;

describe('help', () => {
  it('names every command, and shows how each is used', () => {
    const { status, stdout } = place.run(['--help']);
    expect(status).toBe(0);
    for (const part of ['build', 'inspect', 'check', 'init', 'Examples:']) expect(stdout).toContain(part);
    for (const command of ['build', 'inspect', 'check', 'init']) {
      const help = place.run([command, '--help']);
      expect(help).toMatchObject({ status: 0, stderr: '' });
      expect(help.stdout).toContain('Examples:');
    }
  });

  it('knows every option that build has when one is mistyped', () => {
    const options = [...place.run(['build', '--help']).stdout.matchAll(/--([a-z][a-z-]+)/g)].map(
      match => match[1] ?? '',
    );
    expect(options.length).toBeGreaterThan(10);
    for (const option of options.filter(name => name !== 'version')) {
      expect(explainUsage('Unknown argument', ['build', `--${option}x`]).hint).toContain(`Did you mean "--${option}"?`);
    }
  });
});

describe('--version', () => {
  it('prints the version, and loads nothing for it', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    const run = place.run(['--version'], { NODE_DEBUG: 'esm,module' });
    expect(run).toMatchObject({ status: 0, stdout: `${manifest.version}\n` });
    expect(run.stderr).not.toMatch(/node_modules|runCli/);
  });
});

describe('mistakes on the command line', () => {
  it.each([
    [['biuld'], 'There is no command "biuld".', 'Did you mean "build"?'],
    [['frobnicate'], 'There is no command "frobnicate".', 'fascicle --help'],
    [[], 'Name a command.', 'fascicle --help'],
    [['build', '--fromat', 'x'], 'There is no option "--fromat".', 'Did you mean "--format"?'],
    [['build', '-z'], 'There is no option "-z".', 'fascicle build --help'],
    [['check', '--lenient', 'a.epub'], 'There is no option "--lenient".', 'fascicle check --help'],
    [['build', 'a.txt', '--format'], '--format needs a value.', 'fascicle build --help'],
    [['build', 'a.txt', '--only'], '--only needs a value.', 'fascicle build --help'],
    [['build', 'a.txt', '--sahrd', '1/2'], 'There is no option "--sahrd".', 'Did you mean "--shard"?'],
    [['build', 'a.txt', '--no-jobs'], 'There is no option "--no-jobs".', 'fascicle build --help'],
    [['build', 'a.txt', '--report', '.'], '--report is ., which is a folder.', 'Name a file in it'],
    [['cahce', 'info'], 'There is no command "cahce".', 'Did you mean "cache"?'],
    [['build', 'a.txt', '--title', ''], '--title is empty.', 'Leave it out'],
    [
      ['build', 'a.txt', '--bind', 'glue'],
      '--bind is "glue"; it may be "anthology", "separate", "both".',
      'build --help',
    ],
    [['build', 'a.txt', '--format', 'epbu'], 'There is no edition "epbu".', 'Did you mean "epub"?'],
    [['build', 'a.txt', '--cover', 'woodcat'], 'There is no cover style "woodcat".', 'Did you mean "woodcut"?'],
    [['build', 'a.txt', '--theme', 'plian'], 'There is no theme "plian"', 'plain'],
    [['build', 'a.txt', '--language', 'klingonese'], '"klingonese" is not a language.', 'en, de or pt-BR'],
    [['build', 'a.txt', 'b.txt', '--author', 'X'], '--author is for a single story, and there are 2.', '--editor'],
    [['inspect'], '"fascicle inspect" needs a file.', 'fascicle inspect --help'],
    [['init', 'a', 'b'], '"b" is one argument too many.', 'fascicle init --help'],
  ])('%j', (args, message, hint) => {
    place.write({ 'a.txt': 'A lamp.\n', 'b.txt': 'A wick.\n' });
    const run = place.run(args);
    expect(run.stderr).toContain(`error: ${message}`);
    expect(run.stderr).toContain(hint);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });

  it.each(['build', 'cover', 'inspect', 'check', 'impose', 'init', 'report', 'cache'])(
    'know every option of %s',
    command => {
      // "  -o, --out  Folder", "      --json  Print"
      const listed = [...place.run([command, '--help']).stdout.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)].map(([, name = '']) => name); // prettier-ignore
      expect(listed.length).toBeGreaterThan(2);
      for (const name of listed.filter(each => each !== 'version')) {
        const { message } = explainUsage(`Not enough arguments following: ${name}`, [command, `--${name}`]);
        expect(message).toBe(`--${name} needs a value.`);
      }
    },
  );

  it('SOURCE_DATE_EPOCH that is no number is said', () => {
    place.write({ 'a.txt': 'A lamp.\n' });
    expect(place.run(['build', 'a.txt'], { SOURCE_DATE_EPOCH: 'now' })).toMatchObject({ status: 2, stderr: expect.stringContaining('SOURCE_DATE_EPOCH is "now"') as string }); // prettier-ignore
  });
});

describe('fascicle init', () => {
  it('makes a book that builds at once, and touches nothing that is there', () => {
    const made = place.run(['init', 'mine']);
    expect(made).toMatchObject({ status: 0, stdout: 'mine/book.yaml\nmine/the-night-ferry.txt\n' });
    expect(made.stderr).toBe('Now run: cd mine && fascicle build\n');
    const built = place.run(['build', 'mine', '-f', 'epub', '--cover', 'none', '--strict']);
    expect(built).toMatchObject({ status: 0, stdout: 'out/my-first-anthology.epub\n' });
    const again = place.run(['init', 'mine']);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('mine/book.yaml is there already; nothing was changed.');
  });
});

describe('fascicle inspect', () => {
  it('prints a page for a person, without colours where there is no terminal', () => {
    place.write({ 'ledger.txt': manuscript });
    const run = place.run(['inspect', 'ledger.txt']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).not.toContain('\u001b');
    expectGolden(fileURLToPath(new URL('golden/inspect.txt', import.meta.url)), run.stdout);
  });

  it('prints one JSON document for scripts', () => {
    place.write({ 'ledger.txt': manuscript });
    const view = JSON.parse(place.run(['inspect', 'ledger.txt', '--json']).stdout) as Record<string, unknown>;
    expect(view).toMatchObject({ schema: 'fascicle/inspect@1', source: { path: 'ledger.txt', format: 'plainText' } });
    expect(Object.keys(view)).toEqual([
      'schema',
      'source',
      'story',
      'removed',
      'ledger',
      'repairs',
      'decisions',
      'diagnostics',
    ]);
  });

  it('shows no control characters of a file', () => {
    place.write({
      'evil.txt': `The lamp \u001b]0;pwned\u0007 was lit \u001b[31mred.\n\n${'It burned for a long time. '.repeat(10)}\n`,
    });
    const run = place.run(['inspect', 'evil.txt']);
    expect(run.status).toBe(0);
    expect(run.stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });

  it.skipIf(!hasBash)('ends quietly when nobody reads on', () => {
    place.write({ 'ledger.txt': manuscript });
    expect(place.runInto(['inspect', 'ledger.txt'], 'true')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('tells a failure as JSON, too', () => {
    const run = place.run(['inspect', 'gone.txt', '--json']);
    expect(run).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ schema: 'fascicle/inspect@1', ok: false, diagnostics: [{ code: 'source/missing-path' }] }); // prettier-ignore
  });

  it('says what it cannot read', () => {
    expect(place.run(['inspect', 'gone.txt'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('There is no file or folder gone.txt.') as string }); // prettier-ignore
  });
});

describe('fascicle check', () => {
  it('finds our own books sound, and says what is wrong with others', () => {
    place.write({ 'ledger.txt': manuscript, 'broken.epub': 'not a zip', 'gone/.keep': '' });
    place.run(['build', 'ledger.txt', '-f', 'epub', '-q']);
    const own = join('out', 'the-salt-ledger.epub');
    expect(place.run(['check', own])).toEqual({ status: 0, stdout: `${own}: sound\n`, stderr: '' });
    place.run(['build', 'ledger.txt', '-f', 'kepub', '-q']);
    const kepub = join('out', 'the-salt-ledger.kepub.epub');
    expect(place.run(['check', kepub])).toEqual({ status: 0, stdout: `${kepub}: sound\n`, stderr: '' });
    const both = place.run(['check', own, 'broken.epub', 'missing.epub']);
    expect(both.status).toBe(1);
    expect(both.stdout).toBe(`${own}: sound\nbroken.epub: 1 error\nmissing.epub: 1 error\n`);
    expect(both.stderr).toContain('There is no file or folder missing.epub.');
    expect(JSON.parse(place.run(['check', 'broken.epub', '--json']).stdout)).toMatchObject({ schema: 'fascicle/check@1', ok: false, diagnostics: [{ severity: 'error' }], files: [{ path: 'broken.epub', ok: false, diagnostics: [{ severity: 'error' }] }] }); // prettier-ignore
  });
});
