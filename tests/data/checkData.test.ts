import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkData } from '../../src/data/checkData.ts';
import { mapOf } from '../../src/data/mapOf.ts';

const problemsOf = (schema: v.GenericSchema, value: unknown): readonly string[] => {
  const result = checkData(schema, value);
  return result.ok ? [] : result.problems;
};

describe('checkData', () => {
  const one = v.object({ file: v.string(), title: v.optional(v.string()) });
  const several = v.object({ files: v.array(v.string()), title: v.optional(v.string()) });

  it('takes the option of a union that the value is', () => {
    for (const options of [[one, several] as const, [several, one] as const]) {
      expect(problemsOf(v.union(options), { files: ['a'], title: 'A' })).toEqual([]);
      expect(problemsOf(v.union(options), { file: 'a', titel: 'A' })).toEqual(['"titel" is not a known key; did you mean "title"?']); // prettier-ignore
    }
  });

  it('names kinds in plain words', () => {
    const schema = v.object({ map: v.object({}), list: v.array(v.string()), number: v.number(), flag: v.boolean(), text: v.string() }); // prettier-ignore
    expect(problemsOf(schema, { map: 'x', list: {}, number: null, flag: 5, text: [] })).toEqual([
      '"map" must be a map; it is "x"',
      '"list" must be a list; it is a map',
      '"number" must be a number; it is empty',
      '"flag" must be true or false; it is 5',
      '"text" must be text; it is a list',
    ]);
  });

  it('takes no list for a map', () => {
    const schema = v.object({ page: mapOf({ file: v.optional(v.string()) }) });
    expect(problemsOf(schema, { page: ['a'] })).toEqual(['"page" must be a map; it is a list']);
    expect(problemsOf(schema, { page: { file: 'a' } })).toEqual([]);
    expect(problemsOf(schema, { page: { flie: 'a' } })).toEqual(['"page.flie" is not a known key; did you mean "file"?']); // prettier-ignore
  });
});
