import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/source/digest.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

const lamp = `The Salt Ledger

Please review! I would love to hear what you think of my story.

The harbour master counted the boats twice and came to two different numbers, both of which he wrote down.

"You might count them again," said the clerk, who had counted them before anybody else was awake.

By morning there was one more, and nobody had heard it come in. It was tied up with a knot that was not used there.
`;
const fast = ['-f', 'epub', '--cover', 'none'];

interface View {
  readonly story: { readonly metadata: { readonly title: { readonly text: string } | null }; readonly frontMatter: { readonly role: string }[] };
  readonly decisions: { readonly rule: string; readonly confidence: number }[];
  readonly diagnostics: { readonly code: string; readonly message: string }[];
} // prettier-ignore

function inspected(...args: readonly string[]): View {
  return JSON.parse(place.run(['inspect', ...args, '--json']).stdout) as View;
}

describe('corrections beside a story', () => {
  it('are proposed for what is doubtful, and settle it when they are kept', () => {
    place.write({ 'lamp.txt': lamp });
    const strict = place.run(['build', 'lamp.txt', ...fast, '--strict']);
    expect(strict.status).toBe(1);
    expect(strict.stderr).toMatch(/error: lamp\.txt has \d decisions? in doubt, and --strict takes none:\n {2}line 1: title, 70 %/);
    expect(strict.stderr).toContain('hint: Run "fascicle inspect lamp.txt --propose"');
    expect(strict.stderr).not.toContain('undefined');
    const proposed = place.run(['inspect', 'lamp.txt', '--propose', '-o', 'lamp.fascicle.yaml']);
    expect(proposed).toEqual({ status: 0, stdout: 'lamp.fascicle.yaml\n', stderr: '' });
    const text = readFileSync(join(place.folder(), 'lamp.fascicle.yaml'), 'utf8');
    expect(text).toContain(`source: sha256:${sha256Hex(new TextEncoder().encode(lamp))}`);
    expect(text).toMatch(/ {2}# 70 %: .+\n {2}- lines: 1\n {4}text: "The Salt Ledger"\n {4}is: title\n/);
    expect(place.run(['build', 'lamp.txt', ...fast, '--strict']).status).toBe(0);
  });

  it('are never written over a file unless it is asked for', () => {
    place.write({ 'lamp.txt': lamp, 'lamp.fascicle.yaml': 'title: Mine\n' });
    const refused = place.run(['inspect', 'lamp.txt', '--propose', '-o', 'lamp.fascicle.yaml']);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain('lamp.fascicle.yaml is there already; nothing was changed.');
    expect(readFileSync(join(place.folder(), 'lamp.fascicle.yaml'), 'utf8')).toBe('title: Mine\n');
    expect(place.run(['inspect', 'lamp.txt', '--propose', '-o', 'lamp.fascicle.yaml', '--force']).status).toBe(0);
  });

  it('say what lines are, and the one with the ending in its name wins', () => {
    place.write({
      'lamp.txt': lamp,
      'lamp.fascicle.yaml': 'title: Not this\n',
      'lamp.txt.fascicle.yaml': 'title: The Ledger\ncorrections:\n  - text: Please review\n    is: summary\n',
    });
    const view = inspected('lamp.txt');
    expect(view.story.metadata.title).toMatchObject({ text: 'The Ledger', origin: 'config' });
    expect(view.story.frontMatter.map(({ role }) => role)).toEqual(['summary']);
    expect(place.run(['build', 'lamp.txt', ...fast]).stdout).toBe(`${join('out', 'the-ledger.epub')}\n`);
  });

  it('are said to have been written for another text', () => {
    place.write({ 'lamp.txt': lamp, 'lamp.fascicle.yaml': `source: sha256:${'0'.repeat(64)}\ncorrections:\n  - {lines: 1, is: story}\n` });
    const run = place.run(['build', 'lamp.txt', ...fast]);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('warning: lamp.txt:1–10: lamp.txt has changed since lamp.fascicle.yaml was written for it');
    expect(run.stderr).toContain('the correction of line 1 names lines only, and the story has changed since');
  });

  it('are refused with every mistake and its line', () => {
    place.write({ 'lamp.txt': lamp, 'lamp.fascicle.yaml': 'titel: X\ncorrections:\n  - lines: 9-3\n    is: storey\n  - is: story\n  - lines: 1\n' });
    const run = place.run(['inspect', 'lamp.txt']);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('error: lamp.fascicle.yaml has 5 mistakes:');
    expect(run.stderr).toContain('line 1: "titel" is not a known key; did you mean "title"?');
    expect(run.stderr).toContain('line 3: "corrections[1].lines" must go from a line to a later one');
    expect(run.stderr).toContain('line 4: "corrections[1].is" must be one of story, removed,');
    expect(run.stderr).toContain('line 5: "corrections[2]" must have "lines" or "text"');
    expect(run.stderr).toContain('line 6: "corrections[3]" must have "is" or "before"');
    const built = place.run(['build', 'lamp.txt', ...fast]);
    expect(built.status).toBe(1);
    expect(built.stderr).toContain('lamp.fascicle.yaml has 5 mistakes');
  });

  it('are no stories', () => {
    place.write({ 'all/lamp.txt': lamp, 'all/lamp.fascicle.yaml': 'title: The Ledger\n' });
    const run = place.run(['build', 'all', ...fast]);
    expect(run.status).toBe(0);
    expect(run.stderr).not.toContain('Not read');
    expect(place.run(['build', 'all/lamp.fascicle.yaml'])).toMatchObject({ status: 2, stderr: expect.stringContaining('corrects a story and is none') as string });
  });

  it('may stand in a book.yaml, and come before those beside the story', () => {
    place.write({
      'lamp.txt': lamp,
      'lamp.fascicle.yaml': 'corrections:\n  - {text: Please review, is: summary}\n  - {text: By morning, before: break}\n',
      'book.yaml': 'editions: [epub]\ncover: none\nstories:\n  - file: lamp.txt\n    overrides:\n      corrections:\n        - {text: Please review, is: removed}\n        - {text: No such line, is: removed}\n',
    });
    const run = place.run(['build', '--json']);
    const report = lastReport(run) as { stories: { words: number; diagnostics: { code: string; message: string }[] }[] };
    expect(report.stories[0]?.diagnostics.map(({ code }) => code)).toEqual(['overrides/no-match']);
    expect(report.stories[0]?.diagnostics[0]?.message).toContain('In book.yaml, the correction of “No such line” matches no line');
  });
}); // prettier-ignore

describe('how a story is read', () => {
  it('may be told: its encoding, its typography, and how large a file may be', () => {
    place.write({ 'greek.txt': Buffer.from('\xc7 \xe8\xdc\xeb\xe1\xf3\xf3\xe1 "\xe7\xf4\xe1\xed" \xec\xe1\xfd\xf1\xe7.\n', 'latin1') });
    const view = JSON.parse(place.run(['inspect', 'greek.txt', '--encoding', 'iso-8859-7', '--typography', 'off', '--json']).stdout) as { source: { encoding: string }; story: { chapters: unknown[] } };
    expect(view.source.encoding).toBe('iso-8859-7');
    expect(JSON.stringify(view.story)).toContain('Η θάλασσα \\"ηταν\\" μαύρη.');
    const large = place.run(['build', 'greek.txt', '--max-size', '10B', ...fast]);
    expect(large).toMatchObject({ status: 1 });
    expect(large.stderr).toContain('--max-size');
    expect(place.run(['inspect', 'greek.txt', '--max-size', '10B']).status).toBe(1);
  });

  it('may be told in a book.yaml, too', () => {
    place.write({
      'lamp.txt': 'She said "no" -- twice, and then she said it again, more slowly.\n',
      'book.yaml': 'typography: off\neditions: [epub]\ncover: none\nstories:\n  - lamp.txt\n',
    });
    expect(place.run(['build', '--strict']).status).toBe(0);
    place.write({ 'book.yaml': 'typography: of\nnotes: {authorNote: end}\nstories:\n  - {file: lamp.txt, encoding: ""}\n' });
    const run = place.run(['build']);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('"typography" must be on or off');
    expect(run.stderr).toContain('"notes.authorNote" is not a known key; did you mean "authorsNote"?');
    expect(run.stderr).toContain('"stories[1].encoding" must not be empty');
  });

  it.each([
    [['build', 'a.txt', '--max-size', 'lots'], '--max-size is "lots"; a size was expected.', '200MB'],
    [['build', 'a.txt', '--max-size', ''], '--max-size is empty.', 'give it a value'],
    [['inspect', 'a.txt', '--encoding', 'utf-99'], 'There is no encoding "utf-99"', 'windows-1252'],
    [['build', 'a.txt', '--encoding', 'utf-99'], 'There is no encoding "utf-99"', 'utf-8'],
    [['build', 'a.txt', '--notes', 'burn'], '--notes has "burn"; keep, end or drop was expected.', '--notes end'],
    [['build', 'a.txt', '--notes', 'disclaimr=drop'], '--notes has no kind of note "disclaimr".', 'Did you mean "disclaimer"?'],
    [['build', 'a.txt', '--typography', 'loud'], '--typography is "loud"; it may be "on", "off".', 'build --help'],
    [['inspect', 'a.txt', '--propose', '--markdown'], '--markdown and --propose do not go together.', 'Choose one'],
    [['inspect', 'a.txt', '--out', 'x'], '--out is for --propose and --markdown.', 'Add one'],
    [['inspect', 'a.txt', '--below', '0.5'], '--below is for --propose.', 'Add --propose'],
    [['inspect', 'a.txt', '--propose', '--below', 'x'], '--below is "x"; a confidence from 0 to 1 was expected.', '0.9'],
    [['inspect', 'a.txt', 'b.txt', '--propose'], '--propose is for one file', 'one after another'],
  ])('%j is a mistake', (args, message, hint) => {
    place.write({ 'a.txt': 'A lamp.\n', 'b.txt': 'A wick.\n' });
    const run = place.run(args);
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain(hint);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });
}); // prettier-ignore

describe('fascicle inspect --markdown', () => {
  it('prints a story that reads back as itself', () => {
    place.write({ 'lamp.txt': lamp });
    expect(place.run(['inspect', 'lamp.txt', '--markdown', '-o', 'lamp.md']).stdout).toBe('lamp.md\n');
    const text = readFileSync(join(place.folder(), 'lamp.md'), 'utf8');
    expect(text).toMatch(/^---\nfascicle: story@1\ntitle: The Salt Ledger\n/);
    expect(text).toContain('::: {.reviewPlea .front}\n\nPlease review!');
    expect(place.run(['inspect', 'lamp.md', '--markdown']).stdout).toBe(text);
    expect(inspected('lamp.md').decisions.filter(decision => decision.confidence < 1)).toEqual([]);
  });
});

describe('fascicle inspect', () => {
  it('shows several files of one story, each with its margin', () => {
    place.write({ 'ch1.txt': 'Chapter 1\n\nIt rained on the quay.\n', 'ch2.txt': 'Chapter 2\n\nIt rained on.\n' });
    const { stdout, status } = place.run(['inspect', 'ch1.txt', 'ch2.txt', '--no-pager']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\nch1\.txt\n\n1 {2}chapter/);
    expect(stdout).toMatch(/\nch2\.txt\n\n1 {2}chapter/);
  });

  it('marks what stands between lines, and what is doubtful', () => {
    place.write({ 'lamp.txt': lamp, 'lamp.fascicle.yaml': 'corrections:\n  - {text: By morning, before: break}\n' });
    const { stdout } = place.run(['inspect', 'lamp.txt']);
    expect(stdout).toMatch(/scene break +\(here; no line of the file says it\)\n +↳ 100 % {2}The reader says so/);
    expect(stdout).toContain('title ?');
    expect(stdout).toMatch(/doubt {2}\d decisions? (?:is|are) less sure than 80 %/);
  });

  it('needs no pager where there is no terminal', () => {
    place.write({ 'lamp.txt': lamp });
    expect(place.run(['inspect', 'lamp.txt'], { PAGER: 'touch paged; cat' }).status).toBe(0);
    expect(existsSync(join(place.folder(), 'paged'))).toBe(false);
  });
});
