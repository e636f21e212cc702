import { isNode, LineCounter, parseDocument } from 'yaml';

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
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error', schema: 'core' });
  if (document.errors.length > 0) {
    const problems = document.errors.map(error => ({
      line: lineCounter.linePos(error.pos[0]).line,
      message: firstSentence(error.message),
    }));
    return { ok: false, problems: firstOfEachLine(problems) };
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return { ok: true, value };
  } catch (error) {
    return { ok: false, problems: [{ line: 1, message: error instanceof Error ? error.message : String(error) }] };
  }
}

/** The line, from 1, that a value of a YAML text stands on, or the nearest that holds it. */
export function yamlLineOf(text: string): (path: readonly (string | number)[]) => number {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error', schema: 'core' });
  return path => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range != null) return lineCounter.linePos(node.range[0]).line;
    }
    return 1;
  };
}

/** One mistake makes the parser stumble several times on its line; the first says what is wrong. */
function firstOfEachLine(problems: readonly YamlProblem[]): YamlProblem[] {
  return problems.filter((problem, index) => problems.findIndex(other => other.line === problem.line) === index);
}

/** The parser's words without what its own caller sees; the mistake most often made, in words of a writer. */
function firstSentence(message: string): string {
  if (message.startsWith('Nested mappings are not allowed')) return 'a value with a colon in it needs quotes around it';
  return message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? message;
}
