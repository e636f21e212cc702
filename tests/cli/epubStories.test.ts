import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { inspect } from '../../src/compile/inspect.ts';
import { packEpub, packTree } from '../parse/epub/packTree.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();
const fast = ['-f', 'epub', '--cover', 'none'];
const lamp = 'Title: The Lamp\nAuthor: Ned Hollow\n\nThe lamp had been lit before anybody thought of asking.\n';
const sound = packTree(new URL('../parse/epub/cases/parts-and-chapters/in.epub', import.meta.url).pathname);

function allFiles(): string[] {
  return readdirSync(place.folder(), { recursive: true }).map(String).sort();
}

describe('an EPUB as a story', () => {
  it('is built by its name, in a folder, by a pattern and in a book.yaml', () => {
    place.write({ 's/a.txt': lamp, 's/room.epub': sound, 'book.yaml': 'title: Both\nstories: [s/room.epub, s/a.txt]\neditions: [epub]\ncover: none\n' }); // prettier-ignore
    expect(place.run(['build', 's/room.epub', ...fast])).toMatchObject({
      status: 0,
      stdout: 'out/the-lamp-room.epub\n',
    });
    for (const args of [['s'], ['s/*'], ['book.yaml']]) {
      const run = place.run(['build', ...args, '--json', ...fast]);
      const { stories } = lastReport(run) as { stories: { title: string; authors: string[] }[] };
      expect(stories.map(({ title }) => title).sort()).toEqual(['The Lamp', 'The Lamp Room']);
      expect(run.status).toBe(0);
    }
    expect(allFiles().filter(path => path.endsWith('.epub') && path !== 's/room.epub').every(path => path.startsWith('out/'))).toBe(true); // prettier-ignore
  });

  it('is inspected: as text, JSON and Markdown', () => {
    place.write({ 'room.epub': sound });
    const text = place.run(['inspect', 'room.epub']);
    expect(text).toMatchObject({ status: 0, stderr: '' });
    expect(text.stdout).toContain('room.epub/OEBPS/text/chapter-1.xhtml');
    const json = JSON.parse(place.run(['inspect', 'room.epub', '--json']).stdout) as { sources: { path: string }[] };
    expect(json.sources.map(({ path }) => path)).toContain('room.epub/OEBPS/text/chapter-1.xhtml');
    expect(place.run(['inspect', 'room.epub', '--markdown']).stdout).toContain('# [Chapter 1]{number=1} The Wick');
    const proposal = place.run(['inspect', 'room.epub', '--propose']);
    expect(proposal.status).toBe(2);
    expect(proposal.stderr).toMatch(/several files.*\n {2}hint: [A-Z]/);
  });

  it('is corrected beside it by the text; lines alone, of which it has several files, are refused', () => {
    place.write({
      'room.epub': sound,
      'room.fascicle.yaml': 'corrections:\n  - text: By one it had begun again.\n    is: authorsNote\n  - lines: 6\n    is: removed\n',
    }); // prettier-ignore
    const run = place.run(['build', 'room.epub', '--json', ...fast]);
    const { stories } = lastReport(run) as { stories: { diagnostics: { code: string; message: string }[] }[] };
    const findings = stories
      .flatMap(({ diagnostics }) => diagnostics)
      .filter(({ code }) => code.startsWith('overrides/'));
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(/names lines only, and the story has several files/)]); // prettier-ignore
    expect(place.run(['inspect', 'room.epub', '--markdown']).stdout).toMatch(/::: \{\.authorsNote \.\w+\}\n\nBy one it had begun again\./); // prettier-ignore
  });

  it('costs no other story when it cannot be read, and nothing is written outside the output folder', () => {
    const climbing = packEpub({ '../../escaped.txt': 'x', 'META-INF/container.xml': '<container/>' });
    place.write({ 'in/a.txt': lamp, 'in/broken.epub': sound.subarray(0, 900), 'in/climbing.epub': climbing, 'in/page.epub': '<p>A page.</p>' }); // prettier-ignore
    const before = allFiles();
    const run = place.run(['build', 'in', ...fast]);
    expect(run.status).toBe(1);
    expect(run.stdout).toBe('out/the-lamp.epub\n');
    for (const name of ['broken', 'climbing', 'page']) expect(run.stderr).toContain(`in/${name}.epub cannot be read as an EPUB`); // prettier-ignore
    expect(run.stderr).not.toMatch(/ at .*\.js:\d|bug/);
    expect(allFiles()).toEqual([...before, 'out', 'out/the-lamp.epub'].sort());
  });

  it('is not what a build before has written: the folder of the output gives none unless they are named', () => {
    place.write({ 'a.txt': lamp });
    for (let round = 0; round < 2; round++) {
      expect(place.run(['build', '.', '-o', '.', ...fast])).toMatchObject({ status: 0, stdout: 'the-lamp.epub\n' });
      expect(place.run(['build', '*', '-o', '.', ...fast])).toMatchObject({ status: 0, stdout: 'the-lamp.epub\n' });
    }
    const again = place.run(['build', '.', '-o', '.', ...fast]);
    expect(again.stderr).toContain('Not read from ., because books are written there: the-lamp.epub.');
    mkdirSync(join(place.folder(), 'empty'));
    const named = place.run(['build', 'the-lamp.epub', '-o', 'empty', ...fast]);
    expect(named).toMatchObject({ status: 0, stdout: 'empty/the-lamp.epub\n' });
    expect(readFileSync(join(place.folder(), 'empty/the-lamp.epub'))).toEqual(readFileSync(join(place.folder(), 'the-lamp.epub'))); // prettier-ignore
  });

  it('is never written over by the book that is made of it', () => {
    place.write({ 's/the-lamp-room.epub': sound });
    const run = place.run(['build', 's/the-lamp-room.epub', '-o', 's', ...fast]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('s/the-lamp-room.epub was not written: the book is made of the file of that name.');
    expect(readFileSync(join(place.folder(), 's/the-lamp-room.epub'))).toEqual(Buffer.from(sound));
  });

  it('keeps its footnotes, each with its own mark, also when two chapters count afresh', async () => {
    const chapter = (name: string) =>
      `<h1>${name}</h1><p>The lamp of ${name} was lit.<sup><a href="#n1-${name}" id="r-${name}">1</a></sup></p><ol class="footnotes"><li id="n1-${name}">A note of ${name}. <a href="#r-${name}">back</a></li></ol>`;
    const content = `${chapter('Ash')}<p>She waited.</p>${chapter('Elm')}`;
    const made = await compile({ stories: [{ files: [{ path: 'a.html', content }] }], editions: ['epub'], cover: 'none' }); // prettier-ignore
    const read = await inspect([{ path: 'a.epub', content: made.artifacts[0]?.bytes ?? '' }]);
    const told = JSON.stringify(read.view.story.footnotes);
    expect(read.view.story.footnotes).toHaveLength(2);
    for (const words of ['A note of Ash.', 'A note of Elm.']) expect(told).toContain(words);
    expect(JSON.stringify(read.view.story.chapters).match(/"footnoteReference"/g)).toHaveLength(2);
  });

  it('may be given to the library as bytes, under any name', async () => {
    const { ok, stories, artifacts } = await compile({
      stories: [{ files: [{ path: 'upload.bin', content: sound }] }, { files: [{ path: 'a.txt', content: lamp }] }],
      editions: ['epub'],
      cover: 'none',
    });
    expect(ok).toBe(true);
    expect(stories.map(({ title, authors }) => [title, authors])).toEqual([['The Lamp Room', ['Nell Ashgrove', 'M. Reed']], ['The Lamp', ['Ned Hollow']]]); // prettier-ignore
    expect(artifacts).toHaveLength(1);
  });
});
