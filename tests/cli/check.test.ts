import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGoodBook, edited, pack } from '../verify/epubFiles.ts';
import type { GoodBook } from '../verify/epubFiles.ts';
import { lastReport, useWorkplace } from './spawnCli.ts';

const hasJava = spawnSync('java', ['-version']).status === 0;

const schema: unknown = JSON.parse(readFileSync('docs/check.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema as object);

/** No program to be found anywhere, but for Node. */
const withoutPrograms = { PATH: '/nowhere', EPUBCHECK_JAR: '' };

describe('fascicle check', () => {
  const place = useWorkplace();
  let book: GoodBook;
  beforeAll(async () => {
    book = await buildGoodBook();
  });

  const withLink = () => pack(edited(book.files, book.chapter, /<p>/, '<p><a href="gone.xhtml">x</a>'));
  const withHeading = () => pack(edited(book.files, book.chapter, /<p>/, '<h6>x</h6><p>'));

  it('says what is wrong by the files of the book, and what to do about it', () => {
    place.write({ 'a.epub': withLink() });
    const { status, stdout, stderr } = place.run(['check', 'a.epub']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'a.epub: 1 error\n' });
    const line = /line (\d+)/.exec(stderr)?.[0] ?? '';
    expect(stderr).toBe(
      `  ${book.chapter}\n` +
        `    error: ${line}: The link leads to OEBPS/gone.xhtml, which is not in the\n` +
        '      book. [epub/broken-link, RSC-007]\n' +
        '      hint: Correct the link, or take it out.\n',
    );
  });

  it('prints no line of more than 80 columns', () => {
    place.write({ 'a.epub': withHeading() });
    const { stderr } = place.run(['check', 'a.epub', '--for', 'kindle,kobo', '--for', 'apple']);
    const long = stderr.split('\n').filter(line => line.length > 80 && !line.includes('http'));
    expect(long).toEqual([]);
    expect(stderr).toContain('[device/kindle-cover-below-ideal]');
  });

  it('fails on warnings with --strict alone', () => {
    place.write({ 'a.epub': withHeading() });
    expect(place.run(['check', 'a.epub'])).toMatchObject({ status: 0, stdout: 'a.epub: sound, 1 warning\n' });
    expect(place.run(['check', 'a.epub', '--strict'])).toMatchObject({ status: 1, stdout: 'a.epub: 1 warning\n' });
  });

  it('prints JSON as its schema describes it', () => {
    place.write({ 'a.epub': withLink(), 'b.epub': 'no zip' });
    const args = ['check', 'a.epub', 'b.epub', 'gone.epub', '--json', '--for', 'kindle'];
    const { status, stdout, stderr } = place.run(args);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const report: unknown = JSON.parse(stdout);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report).toMatchObject({
      schema: 'fascicle/check@1',
      ok: false,
      files: [{ path: 'a.epub', ok: false }, { path: 'b.epub', ok: false }, { path: 'gone.epub', ok: false }],
    }); // prettier-ignore
    expect(report).toMatchObject({
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ code: 'epub/broken-link', rule: 'RSC-007', place: { path: book.chapter, line: expect.any(Number) as number } }),
        expect.objectContaining({ code: 'device/kindle-cover-below-ideal', source: { url: expect.any(String) as string, readOn: '2026-11-28' } }),
      ]) as unknown[],
    }); // prettier-ignore
  });

  it('has a schema that refuses a finding without a place’s path, and a code of no stage', () => {
    const diagnostic = { code: 'epub/script', severity: 'warning', message: 'There is a script.' };
    const report = (finding: object) => ({ schema: 'fascicle/check@1', ok: true, files: [], diagnostics: [finding] });
    expect(validate(report(diagnostic))).toBe(true);
    expect(validate(report({ ...diagnostic, place: { line: 1 } }))).toBe(false);
    expect(validate(report({ ...diagnostic, code: 'script' }))).toBe(false);
  });

  it('knows its devices', () => {
    const { status, stderr } = place.run(['check', 'a.epub', '--for', 'kindel']);
    expect(status).toBe(2);
    expect(stderr).toContain('--for knows no device "kindel".');
    expect(stderr).toContain('Did you mean "kindle"?');
  });

  it('says what --thorough needs when it is not there', () => {
    place.write({ 'a.epub': withLink() });
    const { status, stdout, stderr } = place.run(['check', 'a.epub', '--thorough'], withoutPrograms);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: --thorough needs EPUBCheck, but there is no java\.\n {2}hint: /);
  });

  it.skipIf(!hasJava)(
    'asks EPUBCheck itself with --thorough, and says nothing twice',
    () => {
      place.write({ 'a.epub': pack(edited(book.files, book.chapter, /<p>/, '<p><div>x</div>')) });
      const { status, stdout } = place.run(['check', 'a.epub', '--thorough', '--json']);
      expect(status).toBe(1);
      const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; rule?: string }[] };
      expect(diagnostics.map(({ code, rule }) => [code, rule])).toEqual([['epub/block-in-paragraph', 'RSC-005']]);
    },
    120_000,
  );
});

describe('fascicle build --verify', () => {
  const place = useWorkplace();

  it('checks what it made, and finds nothing wrong', () => {
    place.write({ 'a.md': '# Ash\n\nIt was only the kettle.\n' });
    const args = ['build', 'a.md', '-f', 'epub', '--verify', '--json'];
    const whole = place.run(args);
    expect(whole.status).toBe(0);
    expect(lastReport(whole)).toMatchObject({ ok: true, files: [{ path: join('out', 'ash.epub'), diagnostics: [] }, {}] }); // prettier-ignore
    const withoutCover = place.run([...args, '--cover', 'none']);
    expect(lastReport(withoutCover)).toMatchObject({ ok: true, files: [{ diagnostics: [] }] });
  });
});
