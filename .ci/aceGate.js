import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { aceRunner } from './aceRunner.js';
import { isKepub } from './books.js';

const home = join(import.meta.dirname, 'ace');

/**
 * Every EPUB but those for Kobo by Ace by DAISY, without a violation of any impact; not the book of three hundred chapters,
 * whose pages, half of all, are like those of others.
 */
export async function aceGate({ work, out, files, browser, report }) {
  if (!existsSync(join(home, 'node_modules'))) throw new Error('Ace is not installed: run npm ci in .ci/ace');
  // Where Ace keeps its settings and logs; else it would be the user's own folders.
  Object.assign(process.env, { XDG_CONFIG_HOME: work, XDG_STATE_HOME: work });
  const ace = createRequire(join(home, 'package.json'))('@daisy/ace-core');
  const runner = aceRunner(browser);
  const epubs = files.filter(file => file.endsWith('.epub') && !isKepub(file) && !file.startsWith('length'));
  for (const [index, file] of epubs.entries()) {
    const before = runner.seenCount();
    const options = { cwd: out, outdir: join(work, 'ace', String(index)), initLogger: true, silent: true };
    const [, result] = await ace(file, options, runner);
    const violations = violationsIn(result);
    const seen = runner.seenCount() - before;
    report(seen > 0 && violations.length === 0, `Ace ${file} (${seen} pages)`, violations.join('\n'));
  }
  await runner.end();
}

/** What failed, one line each; Ace has one assertion of assertions for every page and one for the package. */
function violationsIn(result) {
  return result.assertions.flatMap(({ assertions, 'earl:testSubject': page }) =>
    assertions
      .filter(assertion => assertion['earl:result']['earl:outcome'] === 'fail')
      .map(assertion => {
        const { 'earl:test': test, 'earl:result': found } = assertion;
        return `  ${page.url}: ${test['dct:title']} (${test['earl:impact']}): ${found['dct:description']}\n    ${found.html ?? ''}`;
      }),
  );
}
