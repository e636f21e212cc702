import { LineCounter, parseDocument } from 'yaml';

/** A mistake in a YAML text; lines count from 1 in that text. */
export interface YamlProblem {
  readonly line: number;
  readonly message: string;
}

export type YamlResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problems: readonly YamlProblem[] };

/** Parses one YAML 1.2 document. Dates stay text; aliases are limited, so that a small file cannot grow without bound. */
export function parseYaml(text: string): YamlResult {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, schema: 'core' });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map(error => ({
        line: lineCounter.linePos(error.pos[0]).line,
        message: firstSentence(error.message),
      })),
    };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { ok: true, value };
  } catch (error) {
    return { ok: false, problems: [{ line: 1, message: error instanceof Error ? error.message : String(error) }] };
  }
}

function firstSentence(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
