/* global window */

/**
 * What Ace opens pages with: the browser of the other gates, its pages used again and again. Ace's own runner starts a
 * browser for every book and brings its own driver.
 *
 * @see https://github.com/daisy/ace/blob/main/packages/ace-axe-runner-puppeteer/src/index.js
 */
export function aceRunner(browser) {
  const idlePages = [];
  const contexts = [];
  let seen = 0;
  const openPage = async () => {
    const context = await browser.newContext();
    contexts.push(context);
    await context.route(/^https?:/, route => route.abort());
    return context.newPage();
  };
  return {
    concurrency: 2,
    setTimeout: () => undefined,
    launch: () => Promise.resolve(),
    close: () => Promise.resolve(),
    async run(url, scriptPaths, scriptContents) {
      const page = idlePages.pop() ?? (await openPage());
      await page.goto(url);
      for (const content of scriptContents) await addScript(page, { content });
      for (const path of scriptPaths) await addScript(page, { path });
      const result = await page.evaluate(runAce);
      seen++;
      idlePages.push(page);
      return result;
    },
    seenCount: () => seen,
    async end() {
      for (const context of contexts) await context.close();
    },
  };
}

/** The mark tells Ace that the script is not the book's. */
async function addScript(page, script) {
  const element = await page.addScriptTag(script);
  await element.evaluate(added => {
    added.setAttribute('data-ace', '');
  });
}

function runAce() {
  return new Promise((resolve, reject) => {
    window.daisy.ace.run((error, result) => {
      if (error) reject(new Error(String(error)));
      else resolve(result);
    });
  });
}
