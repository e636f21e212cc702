import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The system's own Chromium, which calls nobody. It has no sandbox, for who runs the gates may be root; what it opens is ours. */
export async function launchChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.map(folder => join(folder, 'chromium')).find(path => existsSync(path));
  if (found === undefined) throw new Error('Chromium is not installed: .ci/run installs it');
  return chromium.launch({
    executablePath: found,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}
