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

  it('refuses a view without its ledger', async () => {
    const { view } = await inspect([{ path: 'a.txt', content: 'Once there was a kettle.' }]);
    expect(validate({ ...view, ledger: undefined })).toBe(false);
  });
});
