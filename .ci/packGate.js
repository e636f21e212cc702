// Packs the program, installs the package into an empty folder, and uses it from there: the command and the library.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'fascicle-pack-'));
const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

run('npm', ['pack', '--pack-destination', work], root);
const tarball = readdirSync(work).find(name => name.endsWith('.tgz'));
if (tarball === undefined) throw new Error('npm pack made no package');
const user = join(work, 'user');
mkdirSync(user);
run('npm', ['init', '-y'], user);
run('npm', ['install', '--omit=dev', join(work, tarball)], user);
run('npx', ['--no-install', 'fascicle', 'init', 'book'], user);
run('npx', ['--no-install', 'fascicle', 'build', 'book', '--out', 'out', '--strict'], user);
const made = readdirSync(join(user, 'out')).sort();
const expected = ['my-first-anthology.epub', 'my-first-anthology.jpg', 'my-first-anthology.pdf'];
if (made.join() !== expected.join()) throw new Error(`the installed command made ${made.join(', ')}`);

writeFileSync(
  join(user, 'use.mjs'),
  `import { compile } from 'fascicle';
const { ok, artifacts } = await compile({
  stories: [{ files: [{ path: 'smoke.txt', content: 'Smoke\\nby A. Reader\\n\\nIt was only the kettle, and then it was the curtains.' }] }],
});
if (!ok || artifacts.length !== 3) process.exit(1);
console.log(artifacts.map(artifact => artifact.fileName).join(' '));
`,
);
const library = run(process.execPath, ['use.mjs'], user).trim();
if (library !== 'smoke.pdf smoke.epub smoke.jpg') throw new Error(`the installed library made ${library}`);
writeFileSync(
  join(user, 'shelf.mjs'),
  `import { mkdirSync, writeFileSync } from 'node:fs';
import { buildShelf, planShelf } from 'fascicle';
mkdirSync('shelf');
writeFileSync('shelf/fascicle.yaml', 'books: ["*.txt"]\\neditions: [epub]\\ncover: none\\n');
for (const title of ['ash', 'birch']) writeFileSync(\`shelf/\${title}.txt\`, title + '\\n\\nby Wren\\n\\nIt rained.');
const statuses = [];
for await (const event of buildShelf(await planShelf('shelf/fascicle.yaml'), { jobs: 2 })) {
  if (event.type === 'bookFinished') statuses.push(event.book.status);
}
console.log(statuses.join(' '));
`,
);
const shelf = run(process.execPath, ['shelf.mjs'], user).trim();
if (shelf !== 'built built') throw new Error(`the workers of the installed library made of a shelf: ${shelf}`);
rmSync(work, { recursive: true });
console.log(`package installs and works: ${tarball}`);
