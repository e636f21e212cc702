import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/openArchive.ts';
import { useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

const stories = {
  'lamp.txt': 'Title: The Lamp\nAuthor: Ned Hollow\n\nThe lamp had been lit before anybody thought of asking.\n\n* * *\n\nIt burned all night.\n',
  'wick.txt': 'Title: The Wick\nAuthor: Ada Marsh\n\nThe wick was dry.\n\n* * *\n\nNobody trimmed it.\n',
}; // prettier-ignore

const pathsIn = (file: string): string[] =>
  openArchive(readFileSync(join(place.folder(), file))).entries.map(({ path }) => path);
const modules = () => readdirSync(join(place.folder(), 'coverage')).map(name => readFileSync(join(place.folder(), 'coverage', name), 'utf8')).join(''); // prettier-ignore

describe('fascicle build with a theme that asks for the cover’s motif', () => {
  const build = ['build', 'lamp.txt', 'wick.txt', '-f', 'epub,pdf', '-q'];

  it('puts it with the titles and at scene breaks, the same on every rebuild', () => {
    place.write(stories);
    const run = (out: string) => place.run([...build, '--theme', 'classic', '--cover', 'deco', '-o', out]);
    expect([run('one').status, run('two').status]).toEqual([0, 0]);
    const files = readdirSync(join(place.folder(), 'one')).sort();
    expect(files.map(file => file.split('.').at(-1))).toEqual(['epub', 'jpg', 'pdf']);
    for (const file of files) {
      const [one, two] = ['one', 'two'].map(out => readFileSync(join(place.folder(), out, file)));
      expect(Buffer.compare(one ?? Buffer.alloc(0), two ?? Buffer.alloc(1))).toBe(0);
    }
    const paths = pathsIn(join('one', files[0] ?? ''));
    expect(paths).toContain('OEBPS/motifs/opener.svg');
    expect(paths).toContain('OEBPS/motifs/scene-break.svg');
  });

  it('has it without a cover, too, and loads nothing of covers for a theme that asks for none', () => {
    place.write(stories);
    const bare = ['build', 'lamp.txt', '-f', 'epub', '-q', '--cover', 'none'];
    expect(place.run([...bare, '--theme', 'zine', '-o', 'zine']).status).toBe(0);
    expect(pathsIn('zine/the-lamp.epub')).toContain('OEBPS/motifs/opener.svg');
    const coverage = join(place.folder(), 'coverage');
    expect(place.run([...bare, '-o', 'plain'], { NODE_V8_COVERAGE: coverage }).status).toBe(0);
    expect(pathsIn('plain/the-lamp.epub').filter(path => path.includes('motifs'))).toEqual([]);
    expect(modules()).not.toMatch(/chunks\/(?:bookOrnaments|designCover|designMotif)/);
  });
});
