/** Matches `title = "The Jar"`, `draft = false`, `tags = ["salt", "oil"]`; not `[author]` or a text of several lines. */
const assignment = /^\s*["']?(?<key>[\w.-]{1,60})["']?\s*=\s*(?<value>.+?)\s*$/;

/** Matches each `"salt"`, `'oil'` or bare `12` of a list. */
const item = /"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\s,[\]"'#]+)/g;

/**
 * Reads the TOML of a front matter as blogs write it: a key and a value a line, a list on one line. A table's keys are
 * taken without its name; `null` when a line is anything else, since then it may be no front matter at all.
 */
export function parseTomlFields(lines: readonly string[]): Readonly<Record<string, string | readonly string[]>> | null {
  const fields = new Map<string, string | readonly string[]>();
  for (const line of lines) {
    if (/^\s*(?:#.*)?$/.test(line) || /^\s*\[+[\w.\s-]{1,60}\]+\s*$/.test(line)) continue;
    const { key, value } = assignment.exec(line)?.groups ?? {};
    if (key === undefined || value === undefined) return null;
    const items = itemsOf(value);
    fields.set(key, value.startsWith('[') ? items : (items[0] ?? ''));
  }
  return fields.size === 0 ? null : Object.fromEntries(fields);
}

function itemsOf(value: string): string[] {
  return [...value.matchAll(item)].map(([, double, single, bare]) => {
    if (double !== undefined) return double.replace(/\\(["\\])/g, '$1');
    return single ?? bare ?? '';
  });
}
