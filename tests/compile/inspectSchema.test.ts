import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/compile/inspect.ts';

const schema: unknown = JSON.parse(readFileSync('docs/inspect.schema.json', 'utf8'));
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema as object);

describe('the published schema of inspect', () => {
  const stories = readdirSync('stories').filter(name => /\.(?:txt|md)$/.test(name));

  it.each(stories)('describes %s', async name => {
    const { view } = await inspect([{ path: `stories/${name}` }]);
    expect(validate(JSON.parse(JSON.stringify(view))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('describes parts, asides and decisions of the reader', async () => {
    const content = `Part One\n\nChapter 1\n\nIt rained (A/N: it really did) all day.\n\nChapter 2\n\nIt rained.`;
    const { view } = await inspect([{ path: 'a.txt', content }]);
    expect(validate(JSON.parse(JSON.stringify(view))), JSON.stringify(validate.errors)).toBe(true);
  });

  it('describes a failure', () => {
    const diagnostic = { code: 'source/missing-path', severity: 'error', message: 'There is no file a.txt.' };
    expect(validate({ schema: 'fascicle/inspect@1', ok: false, diagnostics: [diagnostic] })).toBe(true);
    expect(validate({ schema: 'fascicle/inspect@1', diagnostics: [diagnostic] })).toBe(false);
  });

  it('refuses a view without its ledger', async () => {
    const { view } = await inspect([{ path: 'a.txt', content: 'Once there was a kettle.' }]);
    expect(validate({ ...view, ledger: undefined })).toBe(false);
  });
});
