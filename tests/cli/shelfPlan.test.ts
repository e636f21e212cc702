import { existsSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { useWorkplace } from './spawnCli.ts';

const place = useWorkplace();
const schemaOf = (name: string): object => JSON.parse(readFileSync(`docs/${name}`, 'utf8')) as object;
const isPlan = new Ajv2020({ strict: false, allErrors: true })
  .addSchema(schemaOf('report.schema.json'), 'report.schema.json')
  .compile(schemaOf('plan.schema.json'));
const story = (words: string) => `${words} was lit before anybody thought of asking.\n`;
const fast = 'editions: [epub]\ncover: none\ncache: kept\n';

/** Every file below a folder, with its bytes. */
function tree(folder = 'out'): Record<string, string> {
  const root = join(place.folder(), folder);
  if (!existsSync(root)) return {};
  const paths = readdirSync(root, { recursive: true }).map(String).sort();
  return Object.fromEntries(paths.filter(path => statSync(join(root, path)).isFile()).map(path => [path, readFileSync(join(root, path)).toString('base64')]));
} // prettier-ignore

interface PlanView {
  readonly schema: string;
  readonly ok: boolean;
  readonly books: readonly { readonly id: string; readonly standing: string; readonly because: readonly string[]; readonly files: readonly string[]; readonly dependsOn: object }[];
  readonly totals: Readonly<Record<string, number>>;
} // prettier-ignore

function plan(...args: string[]): PlanView {
  const run = place.run(['build', '--dry-run', '--json', ...args]);
  const report: unknown = JSON.parse(run.stdout);
  expect(isPlan(report), JSON.stringify(isPlan.errors)).toBe(true);
  return report as PlanView;
}

function expectRefusal(run: { stderr: string; status: number | null }, message: string | RegExp): void {
  expect(run.stderr).toMatch(message);
  expect(run.stderr).toMatch(/^ {2}hint: [A-Z].*[.)]$/m);
  expect(run.stderr).not.toMatch(/ at .*\.js:\d|bug/);
  expect(run.status).toBe(2);
}

describe('fascicle build on a shelf', () => {
  it('makes a book of a file, a folder, a pattern, a book.yaml and another shelf, with what is said of each', () => {
    place.write({
      'fascicle.yaml': `${fast}rights: Theirs\nbooks:\n  - lamps/ned.txt\n  - collected\n  - "notes/**/*.md"\n  - novel\n  - sub\n  - { path: zine, bind: anthology, title: A Zine }\n  - { files: [long/ch2.txt, long/ch1.txt], title: Long }\n`,
      'lamps/ned.txt': story('The lamp'),
      'collected/a.txt': story('A'),
      'collected/B.txt': story('B'),
      'notes/x/deep.md': story('Deep'),
      'novel/book.yaml': 'title: Novel\nstories: [ch1.txt, ch2.txt]\n',
      'novel/ch1.txt': story('One'),
      'novel/ch2.txt': story('Two'),
      'sub/fascicle.yaml': 'books: ["*.txt"]\noutput: "{folder}/s-{file}"\n',
      'sub/s.txt': story('Sub'),
      'zine/a.txt': story('Zine a'),
      'zine/b.txt': story('Zine b'),
      'long/ch1.txt': story('First'),
      'long/ch2.txt': story('Second'),
    });
    const run = place.run(['build']);
    expect(run.stderr).not.toMatch(/error|bug/);
    expect(Object.keys(tree())).toEqual(['collected/B.epub', 'collected/a.epub', 'lamps/ned.epub', 'long/ch2.epub', 'notes/x/deep.epub', 'novel.epub', 'sub/s-s.epub', 'zine.epub']); // prettier-ignore
    expect(run.status).toBe(0);
    expect(plan().totals).toMatchObject({ unchanged: 8, new: 0, changed: 0 });
  });

  it('plans a small shelf as it always did', () => {
    place.write({
      'fascicle.yaml': `${fast}theme: classic\nbooks: [a.txt, b, gone.txt]\n`,
      'a.txt': story('A'),
      'b/book.yaml': 'stories: [b.md]\noutput: kept\neditions: [epub, pdf]\nfrontMatter: { dedication: d.md }\n',
      'b/b.md': story('B'),
      'b/d.md': 'For B.\n',
    });
    const { diagnostics, ...golden } = plan() as PlanView & { diagnostics: unknown };
    expect(diagnostics).toEqual([]);
    expect(golden).toMatchInlineSnapshot(`
      {
        "books": [
          {
            "because": [],
            "dependsOn": {
              "cover": null,
              "fonts": [],
              "lastRead": [],
              "pages": [],
              "stories": [],
              "theme": null,
            },
            "diagnostics": [
              {
                "code": "source/missing-path",
                "hint": "Check the spelling and the folder you are in.",
                "message": "There is no file or folder gone.txt.",
                "severity": "error",
              },
            ],
            "editions": [],
            "files": [],
            "id": "gone.txt",
            "standing": "failed",
          },
          {
            "because": [
              "it was not built before",
            ],
            "dependsOn": {
              "cover": null,
              "fonts": [],
              "lastRead": [],
              "pages": [],
              "stories": [
                "a.txt",
              ],
              "theme": "classic",
            },
            "diagnostics": [],
            "editions": [
              "epub",
            ],
            "files": [
              "out/a.epub",
            ],
            "id": "a.txt",
            "standing": "new",
          },
          {
            "because": [
              "it was not built before",
            ],
            "dependsOn": {
              "cover": null,
              "fonts": [],
              "lastRead": [],
              "pages": [
                "b/d.md",
              ],
              "stories": [
                "b/b.md",
              ],
              "theme": "classic",
            },
            "diagnostics": [],
            "editions": [
              "epub",
              "pdf",
            ],
            "files": [
              "out/kept.epub",
              "out/kept.pdf",
            ],
            "id": "b/book.yaml",
            "standing": "new",
          },
        ],
        "ok": false,
        "outputFolder": "out",
        "schema": "fascicle/plan@1",
        "totals": {
          "changed": 0,
          "failed": 1,
          "leftOut": 0,
          "missing": 0,
          "new": 2,
          "unchanged": 0,
        },
      }
    `);
  });

  it('tells before a build what it would write and why, and writes nothing', () => {
    place.write({ 'fascicle.yaml': `${fast}books: ["*.txt"]\n`, 'a.txt': story('A'), 'b.txt': story('B') });
    const run = place.run(['build', '-n']);
    expect(run).toMatchObject({ status: 0, stdout: 'new: a.txt\n  because it was not built before\n  writes out/a.epub\n  as epub, of a.txt\nnew: b.txt\n  because it was not built before\n  writes out/b.epub\n  as epub, of b.txt\n' }); // prettier-ignore
    expect(run.stderr).toBe('2 books: 2 new. Nothing was written.\n');
    expect(readdirSync(place.folder()).sort()).toEqual(['a.txt', 'b.txt', 'fascicle.yaml']);
    expect(place.run(['build']).status).toBe(0);
    place.write({ 'a.txt': story('Another A') });
    rmSync(join(place.folder(), 'out/b.epub'));
    const before = { ...tree('kept'), ...tree() };
    expect(plan().books.map(({ id, standing, because }) => [id, standing, because])).toEqual([
      ['a.txt', 'changed', ['a.txt changed']],
      ['b.txt', 'missing', ['out/b.epub is not there']],
    ]);
    expect({ ...tree('kept'), ...tree() }).toEqual(before);
  });

  it('--dry-run tells of one book, too', () => {
    place.write({ 'a.txt': `Title: The Lamp\n\n${story('A')}` });
    const run = place.run(['build', 'a.txt', '-n', '-f', 'epub,print', '--cover', 'none']);
    expect(run.stdout).toBe('new: a.txt\n  because it was not built before\n  writes out/the-lamp.epub\n  writes out/the-lamp.print.pdf\n  as epub, print, of a.txt\n'); // prettier-ignore
    expect(run.status).toBe(0);
    expect(readdirSync(place.folder())).toEqual(['a.txt']);
  });

  it('a book.yaml and an entry overrule what the shelf says, and the command line all', () => {
    place.write({
      'fascicle.yaml': `cover: none\ncache: kept\neditions: [epub]\nbooks: [a.txt, b, { path: b/c.txt, editions: [kepub] }, { path: d, editions: [kepub] }]\n`,
      'a.txt': story('A'),
      'b/book.yaml': 'stories: [b.txt]\neditions: [pdf]\n',
      'b/b.txt': story('B'),
      'b/c.txt': story('C'),
      'd/book.yaml': 'stories: [d.txt]\neditions: [pdf]\n',
      'd/d.txt': story('D'),
    });
    const files = (...args: string[]) => plan(...args).books.flatMap(book => book.files);
    expect(files()).toEqual(['out/a.epub', 'out/b.pdf', 'out/b/c.kepub.epub', 'out/d.kepub.epub']);
    expect(files('-f', 'epub', '-o', 'x')).toEqual(['x/a.epub', 'x/b.epub', 'x/b/c.epub', 'x/d.epub']);
  });

  it('names by what stories state when it is asked to', () => {
    place.write({
      'fascicle.yaml': `${fast}books: ["*.txt"]\noutput: "{author}/{title}"\n`,
      'a.txt': `Title: The Lamp\nAuthor: Ned Hollow\n\n${story('A')}`,
    });
    expect(place.run(['build'])).toMatchObject({ status: 0, stdout: 'out/ned-hollow/the-lamp.epub\n' });
  });

  it('one file that two entries name is one book: the closer entry counts', () => {
    place.write({
      'fascicle.yaml': `${fast}books: ["**/*.txt", { path: s, language: de }, { path: s/a.txt, output: mine }, s/a.txt, novel]\n`,
      's/a.txt': story('A'),
      's/b.txt': story('B'),
      'novel/book.yaml': 'stories: [ch.txt]\n',
      'novel/ch.txt': story('C'),
    });
    expect(
      plan()
        .books.flatMap(book => book.files)
        .sort(),
    ).toEqual(['out/mine.epub', 'out/novel.epub', 'out/s/b.epub']);
  });

  it('does not take its books for stories, wherever they are written', () => {
    for (const out of ['out', 'books/all', '.']) {
      place.write({ 'fascicle.yaml': `${fast}out: ${out}\nbooks: ["**/*.{txt,epub}"]\n`, 'a.txt': story('A') });
      const first = place.run(['build']);
      expect(first.status).toBe(0);
      const again = place.run(['build']);
      expect(again).toMatchObject({ status: 0, stdout: first.stdout });
      expect(again.stderr).toMatch(/^note: .* not read as (?:a story|stories), because books are written there: /m);
      for (const path of first.stdout.trim().split('\n')) rmSync(join(place.folder(), path));
    }
  });

  it('one bad book among many costs no other, and is named', () => {
    place.write({
      'fascicle.yaml': `${fast}books: ["s/*.txt", bad, "none/*.txt", gone.txt]\n`,
      'bad/book.yaml': 'titel: X\nstories: [a.txt]\n',
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`s/${index}.txt`, index === 5 ? '' : story('S')]),
      ),
    });
    const run = place.run(['build']);
    expect(run.status).toBe(1);
    expect(run.stdout.trim().split('\n')).toHaveLength(11);
    for (const part of ['bad/book.yaml has a mistake:\n  "titel" is not a known key; did you mean "title"?', 'The pattern none/*.txt matches nothing.', 'There is no file or folder gone.txt.', 's/5.txt has no text in it.']) expect(run.stderr).toContain(part); // prettier-ignore
  });

  it('two books that would write one file are told before anything runs, and the others are built', () => {
    place.write({
      'fascicle.yaml': `${fast}books: ["*.{txt,md}", "one/*", "two/*"]\noutput: "{file}"\n`,
      'a.txt': story('A'),
      'a.md': story('A'),
      'one/Éva.txt': story('E'),
      'two/e\u0301VA.txt': story('E'),
      'c.txt': story('C'),
    });
    const run = place.run(['build']);
    expect(run).toMatchObject({ status: 1, stdout: 'out/c.epub\n' });
    expect(run.stderr).toMatch(/a\.(?:md|txt) and a\.(?:md|txt) would both be written to out\/a\.epub\./);
    expect(run.stderr).toMatch(/one\/Éva\.txt and two\/e\u0301VA\.txt would both be written to/);
    expect(run.stderr).toContain('an "output" of its own');
    expect(run.stderr).not.toContain('such places');
  });

  it('does not go round in circles of links, and follows other links', () => {
    place.write({ 'fascicle.yaml': `${fast}books: ["**/*.txt"]\n`, 'd/q.txt': story('Q'), 'e/e.txt': story('E') });
    for (const [link, target] of [['d/loop', '..'], ['d/self', '../d'], ['d/e', '../e'], ['d/gone', 'nowhere']] as const) {
      symlinkSync(target, join(place.folder(), link));
    }
    const run = place.run(['build']);
    expect(run).toMatchObject({ status: 0, stdout: 'out/d/e/e.epub\nout/d/q.epub\nout/e/e.epub\n' });
    symlinkSync('own.txt', join(place.folder(), 'own.txt'));
    place.write({ 'fascicle.yaml': `${fast}books: [own.txt, "**/*.txt"]\n` });
    const again = place.run(['build']);
    expect(again).toMatchObject({ status: 1, stdout: run.stdout });
    expect(again.stderr).toContain('own.txt cannot be read: links lead in a circle. [source/not-readable]\n  hint: Remove the link');
  }); // prettier-ignore

  it('takes file names that no disk likes', () => {
    const names = [
      'two\nlines',
      '🙂',
      'trailing.',
      'aux',
      'COM1',
      `${'long '.repeat(48)}a`,
      `${'long '.repeat(48)}b`,
      'q?:"<>|*q',
      ' space ',
    ];
    place.write({
      'fascicle.yaml': `${fast}books: [s]\n`,
      ...Object.fromEntries(names.map(name => [`s/${name}.txt`, story('S')])),
    });
    const run = place.run(['build']);
    expect(run.status).toBe(0);
    const made = Object.keys(tree());
    expect(made).toHaveLength(names.length);
    for (const path of made) expect(path).toMatch(/^s\/[A-Za-z][\w -]*\.epub$/);
    expect(new Set(made.map(path => path.toLowerCase())).size).toBe(names.length);
  });

  it('the shards of a shelf are the whole shelf, byte for byte', () => {
    place.write({
      'fascicle.yaml': `${fast.replace('cache: kept', 'cache: false')}books: ["s/*.txt"]\n`,
      ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`s/${index}.txt`, story(`S ${index}`)])),
    });
    expect(place.run(['build', '-o', 'whole']).status).toBe(0);
    const count = 5;
    for (let index = 1; index <= count; index++) {
      expect(place.run(['build', '--shard', `${index}/${count}`, '-o', 'parts']).status).toBe(0);
    }
    expect(tree('parts')).toEqual(tree('whole'));
    expect(Object.keys(tree('whole'))).toHaveLength(9);
  });

  it('an empty shard is fine', () => {
    place.write({ 'fascicle.yaml': `${fast}books: [a.txt]\n`, 'a.txt': story('A') });
    const runs = ['1/2', '2/2'].map(shard => place.run(['build', '--shard', shard]));
    expect(runs.map(run => run.status)).toEqual([0, 0]);
    expect(runs.map(run => run.stdout).sort()).toEqual(['', 'out/a.epub\n']);
    expect(runs.find(run => run.stdout === '')?.stderr).toMatch(
      /^None of the one book falls to shard \d\/2; nothing is to be built\.$/m,
    );
  });

  it('says where its books are kept and how much of them; a cache that cannot be had fails nothing', () => {
    const shelf = (cache: string) => ({ 'fascicle.yaml': `editions: [epub]\ncover: none\njobs: 1\ncache: ${cache}\nbooks: [a.txt]\n` }); // prettier-ignore
    place.write({ ...shelf('{ folder: kept, size: 1 MB }'), 'a.txt': story('A') });
    expect(place.run(['build']).status).toBe(0);
    expect(existsSync(join(place.folder(), 'kept'))).toBe(true);
    expect(plan().books).toMatchObject([{ standing: 'unchanged' }]);
    place.write(shelf('{ folder: kept, size: 1 B }'));
    place.write({ 'a.txt': story('Another A') });
    expect(place.run(['build']).status).toBe(0);
    expect(plan().books).toMatchObject([{ standing: 'changed' }]);
    place.write({ ...shelf('blocked'), blocked: 'a file where the cache is to be' });
    const run = place.run(['build', '--strict']);
    expect(run.stderr).toContain('[cache/not-kept]');
    expect(run.status).toBe(0);
  });

  it.each(['{ size: large }', '{ folder: "" }', '{ weight: 2 GB }', '[kept]'])('refuses cache: %s', cache => {
    place.write({ 'fascicle.yaml': `cache: ${cache}\nbooks: [a.txt]\n`, 'a.txt': story('A') });
    expectRefusal(place.run(['build']), 'cache');
  });

  it('--changed and --only leave the others out', () => {
    place.write({ 'fascicle.yaml': `${fast}books: [a.txt, b.txt]\n`, 'a.txt': story('A'), 'b.txt': story('B') });
    expect(place.run(['build', '--only', 'a']).stdout).toBe('out/a.epub\n');
    expect(place.run(['build', '--changed']).stdout).toBe('out/b.epub\n');
    expect(place.run(['build', '--changed'])).toMatchObject({ status: 0, stdout: '' });
  });

  it.each([
    ['is empty', '', 'fascicle.yaml is empty; a map of settings was expected.'],
    ['is a list', '- a.txt\n', 'fascicle.yaml is a list; a map of settings was expected.'],
    ['is no YAML', 'books: [a.txt\n', 'fascicle.yaml is not valid YAML:'],
    ['names no book', 'books: []\n', '"books" must name at least one book'],
    ['has no books', 'out: x\n', '"books" is missing'],
    ['has unknown keys', 'boks: [a]\nbooks: [{ pth: a }]\ntitle: X\nstories: [a]\n', /"books\[1\].path" is missing[^]*"boks" is not a known key; did you mean "books"\?[^]*"title" is not a known key; it belongs beside/],
    ['has wrong values', 'books: [a.txt]\njobs: 0\ncache: true\nlanguage: 5x\n', /(?=[^]*"jobs" must be at least 1)(?=[^]*"cache" must be a folder, or false)[^]*"language" must be a language/],
    ['names files above', 'books: [a.txt]\noutput: "../{file}"\n', '"output" must name a place below "out"'],
    ['names files absolutely', 'books: [a.txt]\noutput: /tmp/{file}\n', '"output" must name a place below "out"'],
    ['names files by what is not known', 'books: [a.txt]\noutput: "{size}"\n', '"output" may hold {folder}, {file}, {title}'],
    ['names an edition that is none', 'books: [a.txt]\neditions: [epbu]\n', 'There is no edition "epbu".'],
  ])('a fascicle.yaml that %s is refused', (_, yaml, message) => {
    place.write({ 'fascicle.yaml': yaml, 'a.txt': story('A') });
    expectRefusal(place.run(['build']), message);
    expect(existsSync(join(place.folder(), 'out'))).toBe(false);
  }); // prettier-ignore

  it('shelves that name each other in a circle are refused, with the circle', () => {
    place.write({ 'fascicle.yaml': 'books: [one]\n', 'one/fascicle.yaml': 'books: [../two]\n', 'two/fascicle.yaml': 'books: [../one]\n' }); // prettier-ignore
    expectRefusal(place.run(['build']), 'Shelves name each other in a circle: one/fascicle.yaml → two/fascicle.yaml → one/fascicle.yaml.'); // prettier-ignore
    place.write({ 'fascicle.yaml': 'books: [fascicle.yaml]\n' });
    expectRefusal(place.run(['build']), 'in a circle: fascicle.yaml → fascicle.yaml.');
  });

  it.each([
    [['--shard', '0/3'], '--shard is "0/3"; which of how many was expected'],
    [['--shard', '4/3'], '--shard is "4/3"'],
    [['--shard', 'x'], '--shard is "x"'],
    [['--only', 'zzzzzz'], '--only zzzzzz is no book of the shelf.'],
    [['--title', 'X'], '--title is for one book, and fascicle.yaml is a shelf.'],
    [['--author', 'X'], '--author is for one book'],
    [['--bind', 'both'], '--bind is for one book'],
    [['-f', 'epbu'], 'There is no edition "epbu".'],
    [['a.txt', '--shard', '1/2'], '--shard is for a shelf of many books'],
  ])('%j is refused on a shelf', (args, message) => {
    place.write({ 'fascicle.yaml': `${fast}books: [a.txt]\n`, 'a.txt': story('A') });
    expectRefusal(place.run(['build', ...args]), message);
    expect(existsSync(join(place.folder(), 'out'))).toBe(false);
  });

  it('says of one book what cannot be said of several', () => {
    place.write({ 'fascicle.yaml': `${fast}books: [{ path: "*.txt", title: X }, { path: a.txt, title: Y }, { path: a.txt, title: Z }]\n`, 'a.txt': story('A'), 'b.txt': story('B') }); // prettier-ignore
    const run = place.run(['build']);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('"title" is for one book, and *.txt names 2.');
    expect(run.stderr).toContain('a.txt is named by books[2] and by books[3], each with settings of its own.');
  });

  it('other commands say what a shelf is', () => {
    place.write({ 'fascicle.yaml': `${fast}books: [a.txt]\n`, 'a.txt': story('A') });
    expectRefusal(place.run(['cover']), 'fascicle.yaml is a shelf of many books; a cover is drawn of one.');
    expectRefusal(place.run(['inspect', 'fascicle.yaml']), 'fascicle.yaml is a shelf of many books');
    expectRefusal(place.run(['inspect', '.']), 'fascicle.yaml is a shelf of many books');
  });

  it('init --shelf makes a shelf that can be built', () => {
    const made = place.run(['init', 'mine', '--shelf']);
    expect(made).toMatchObject({ status: 0, stdout: 'mine/fascicle.yaml\nmine/stories/the-night-ferry.txt\n' });
    expect(place.run(['build', 'mine', '--cover', 'none', '--no-cache'])).toMatchObject({ status: 0, stdout: 'out/stories/the-night-ferry.epub\n' }); // prettier-ignore
    const again = place.run(['init', 'mine', '--shelf']);
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('mine/fascicle.yaml is there already; nothing was changed.');
  });
});
