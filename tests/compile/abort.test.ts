import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile/compile.ts';
import { compileBooks } from '../../src/compile/compileBooks.ts';
import type { CompileEvent } from '../../src/compile/compileEvent.ts';
import type { CompileOptions } from '../../src/compile/compileOptions.ts';
import { imposePdf } from '../../src/compile/imposePdf.ts';
import { inspect } from '../../src/compile/inspect.ts';
import { compileCovers } from '../../src/compile/makeCoverFiles.ts';
import { writeOutput } from '../../src/output/writeOutput.ts';
import { plainPdf } from '../support/plainPdf.ts';

const lamp = (name: string) => ({
  files: [{ path: `${name}.txt`, content: `${name}\n\nby Wren\n\nThe ${name} was lit. Nobody had asked it to be.\n` }],
});
const small: CompileOptions = { stories: [lamp('Lamp'), lamp('Kettle')], bind: 'both', editions: ['pdf', 'epub'], cover: 'none' }; // prettier-ignore

/** A story of chapters of 2,000 words. */
function longStory(chapters: number): CompileOptions['stories'] {
  const sentence = (seed: number) =>
    `The ${['lamp', 'kettle', 'ferry', 'hedge', 'letter'][seed % 5] ?? ''} stood where number ${seed} had left it, and was quiet about it. `;
  const chapter = (number: number) =>
    `Chapter ${number}\n\n${Array.from({ length: 32 }, (_, index) => Array.from({ length: 4 }, (__, at) => sentence(number * 128 + index * 4 + at)).join('')).join('\n\n')}`;
  const content = `The Long Way\n\nby Wren\n\n${Array.from({ length: chapters }, (_, index) => chapter(index + 1)).join('\n\n')}`;
  return [{ files: [{ path: 'long.txt', content }] }];
}

const reason = new Error('the reader closed the window');

describe('compile with a signal', () => {
  it('rejects at once with the reason of a signal that is aborted, before anything is read', async () => {
    const options = { stories: [{ files: [{ path: 'not/there.txt' }] }], theme: 'not/there' };
    await expect(compile(options, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('makes the same bytes as without', async () => {
    const { signal } = new AbortController();
    const bytesOf = async (run: Parameters<typeof compile>[1]) =>
      (await compile(small, run)).artifacts.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString('base64')]); // prettier-ignore
    expect(await bytesOf({ signal })).toEqual(await bytesOf({}));
  });

  it('stops after whatever event it is aborted at', async () => {
    const types: string[] = [];
    await compile(small, { onEvent: ({ type }) => void types.push(type) });
    // The last event tells of the last file: what is aborted then is done.
    expect(types.length).toBeGreaterThan(12);
    for (let at = 0; at < types.length; at++) {
      const controller = new AbortController();
      const seen: string[] = [];
      const onEvent = ({ type }: CompileEvent) => {
        if (seen.push(type) === at + 1) controller.abort(reason);
      };
      await expect(compile(small, { onEvent, signal: controller.signal }), `event ${at}`).rejects.toBe(reason);
      expect(seen).toEqual(types.slice(0, at + 1));
    }
  });

  it('is rejected with what the callback throws', async () => {
    const onEvent = () => {
      throw reason;
    };
    await expect(compile(small, { onEvent })).rejects.toBe(reason);
  });

  it.each([
    ['a story is read', 'nothing', 30],
    ['pages are set', 'artifactStarted', 300],
    ['pages are drawn', 'artifactFinished', 20],
    ['sheets are filled', 'artifactStarted', 300, 'signatures'],
  ])('stops soon while %s', async (_, after, waitMs, edition = 'pdf') => {
    const controller = new AbortController();
    const abortedAt: NodeJS.CpuUsage[] = [];
    const abort = () => {
      abortedAt.push(process.cpuUsage());
      controller.abort(reason);
    };
    const abortLater = () => void setTimeout(abort, waitMs);
    if (after === 'nothing') abortLater();
    const events = compileBooks({ stories: longStory(150), editions: [edition], cover: 'none' }, { signal: controller.signal }); // prettier-ignore
    const run = async () => {
      for await (const event of events) {
        if (event.type === after) abortLater();
        if (event.type !== 'artifactFinished') continue;
        for await (const chunk of event.artifact.content) if (chunk.length === 0) throw new Error('an empty part');
      }
    };
    await expect(run()).rejects.toBe(reason);
    expect(abortedAt).toHaveLength(1);
    expect(process.cpuUsage(abortedAt[0]).user / 1000).toBeLessThan(500);
  });

  it('leaves no part of a file that was being written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fascicle-abort-'));
    try {
      const controller = new AbortController();
      const run = async () => {
        for await (const event of compileBooks({ stories: longStory(40), editions: ['pdf'], cover: 'none' }, { signal: controller.signal })) {
          if (event.type !== 'artifactFinished') continue;
          const written = writeOutput(join(folder, 'book.pdf'), event.artifact.content);
          const watching = setInterval(() => {
            const names = readdirSync(folder);
            if (names.length === 0) return;
            expect(names).toEqual([expect.stringMatching(/\.part$/)]);
            controller.abort(reason);
          }, 1);
          await written.finally(() => { clearInterval(watching); });
        }
      }; // prettier-ignore
      await expect(run()).rejects.toBe(reason);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('other work with a signal', () => {
  const stopped = { signal: AbortSignal.abort(reason) };

  it('inspects nothing for one that is aborted', async () => {
    const files = [{ path: 'a.txt', content: 'Once there was a kettle.' }];
    await expect(inspect(files, {}, stopped)).rejects.toBe(reason);
    await expect(inspect(files, {}, { signal: new AbortController().signal })).resolves.toHaveProperty('words', 5);
  });

  it('lays nothing on sheets for one that is aborted', async () => {
    const request = { path: 'a.pdf', bytes: plainPdf([{}]), settings: { scheme: 'booklet' }, pageBox: 'auto' } as const; // prettier-ignore
    await expect(imposePdf(request, stopped)).rejects.toBe(reason);
    await expect(imposePdf(request, { signal: new AbortController().signal })).resolves.toHaveProperty('pages', 1);
  });

  it('makes no further cover once it is aborted', async () => {
    const controller = new AbortController();
    const finished: string[] = [];
    const run = async () => {
      const order = { isSheet: false, trimPt: null };
      for await (const event of compileCovers({ stories: [lamp('Lamp')] }, order, controller)) {
        if (event.type !== 'artifactFinished') continue;
        finished.push(event.artifact.fileName);
        controller.abort(reason);
      }
    };
    await expect(run()).rejects.toBe(reason);
    expect(finished).toEqual(['lamp.jpg']);
  });
});
