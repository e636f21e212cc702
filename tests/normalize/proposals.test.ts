import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { proposeOverrides } from '../../src/compile/proposeOverrides.ts';
import { readStory } from '../../src/compile/readStory.ts';
import { parseOverrides } from '../../src/config/overridesConfig.ts';
import type { NormalizedStory } from '../../src/normalize/normalizedStory.ts';
import type { Override } from '../../src/normalize/corrections/override.ts';
import type { SourceBytes } from '../../src/source/sourceText.ts';
import { told } from '../markdown/told.ts';
import { ledgerFaults } from './ledger.ts';

const casesFolder = fileURLToPath(new URL('cases/', import.meta.url));

const cases = readdirSync(casesFolder)
  .map(name => ({ name, inputs: readdirSync(join(casesFolder, name)).filter(file => file.startsWith('in.')) }))
  .filter(({ inputs }) => inputs.length === 1)
  .map(({ name, inputs: [input = ''] }) => ({ name, source: { path: input, bytes: readFileSync(join(casesFolder, name, input)) } })); // prettier-ignore

function corrected(source: SourceBytes, overrides: readonly Override[]): NormalizedStory {
  const set = { origin: 'in.fascicle.yaml', about: source.path, sourceSha256: null, overrides };
  const story = readStory([source], { overrides: [set] });
  expect(ledgerFaults(story)).toEqual([]);
  return story;
}

/** What no correction matched, or was not understood, of those found before there were corrections. */
const findings = ({ evidence }: NormalizedStory) => evidence.diagnostics.map(({ code }) => code).filter(code => code.startsWith('overrides/')); // prettier-ignore

describe.each(cases)('$name', ({ source }) => {
  const story = readStory([source]);

  it('is the same story when every decision is accepted as proposed, and then sure of all', () => {
    const text = proposeOverrides(story, story.sources[0] ?? expect.fail(), 1.01, 'in.fascicle.yaml');
    const config = parseOverrides(text, 'in.fascicle.yaml');
    const again = corrected(source, config.corrections ?? []);
    expect(findings(again)).toEqual([]);
    expect(told(again)).toEqual(told(story));
    expect(again.evidence.decisions.filter(decision => decision.confidence < 1)).toEqual([]);
  });

  it('is the same story whichever one decision is accepted', () => {
    for (const { accept, span, text } of story.evidence.decisions) {
      const again = corrected(source, [{ lines: span.lines, text: text === '' ? undefined : text, ...accept }]);
      expect(findings(again)).toEqual([]);
      expect({ accept, story: told(again) }).toEqual({ accept, story: told(story) });
    }
  });
});
