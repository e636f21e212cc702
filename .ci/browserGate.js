import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { isKepub } from './books.js';
import { fontsOfPage, pageFaults, placeOfBreak } from './pageFaults.js';
import { serveEpub } from './serveEpub.js';

const phone = { width: 390, height: 844 };
const tablet = { width: 820, height: 1180 };

/** What the reader chose: how wide the screen is, and whether it is dark. */
const settings = [
  { name: 'phone, light', viewport: phone, colorScheme: 'light' },
  { name: 'phone, dark', viewport: phone, colorScheme: 'dark' },
  { name: 'tablet, light', viewport: tablet, colorScheme: 'light' },
  { name: 'tablet, dark', viewport: tablet, colorScheme: 'dark' },
];

/** A reading system's own sheet: nothing but light or dark as the reader chose, by the colours of the system. */
const readerSheet = ':root { color-scheme: light dark; background-color: Canvas; color: CanvasText; }';

/**
 * Opens books in a real browser: of the anthology in each theme the title page, the contents, a story and a chapter by the
 * links in the contents, and a page with a scene break; of the stress books every page.
 */
export async function browserGate({ work, out, files, browser, report }) {
  const screens = join(work, 'screens');
  mkdirSync(screens);
  for (const file of files.filter(name => name.endsWith('.epub') && !isKepub(name))) {
    const isStress = /^(?:kinds in |turned)/.test(file);
    if (!isStress && !file.startsWith('anthology in ')) continue;
    const book = await serveEpub(join(out, file));
    const fonts = new Map();
    for (const setting of isStress ? settings.slice(0, 2) : settings) {
      const faults = [];
      const context = await browser.newContext({ viewport: setting.viewport, colorScheme: setting.colorScheme });
      const visit = await openReader(context, {
        book,
        fonts,
        faults,
        screens,
        name: `${file.split('/')[0]}, ${setting.name}`,
      });
      if (isStress) for (const path of book.spine) await visit.open(path);
      else await readAnthology(visit, book, faults);
      await context.close();
      report(faults.length === 0, `browser: ${file}, ${setting.name} (${visit.seenCount()} pages)`, faults.join('\n'));
    }
    const unused = [...fonts].filter(([, isUsed]) => !isUsed).map(([name]) => name);
    report(unused.length === 0, `browser: ${file}, its ${fonts.size} fonts are used`, unused.join('\n'));
    await book.close();
  }
}

async function readAnthology(visit, book, faults) {
  await visit.open(book.spine[0]);
  await visit.open(book.navigation);
  for (const depth of [1, 2]) await visit.follow(depth);
  const withBreak = book.spine.find(path => book.textOf(path).includes('<hr'));
  if (withBreak === undefined) faults.push('no page has a scene break');
  else await visit.open(withBreak);
}

/** A page that notes what goes wrong on it, with the ways to move it. */
async function openReader(context, { book, fonts, faults, screens, name }) {
  const page = await context.newPage();
  let seen = 0;
  const fault = message => faults.push(`  ${page.url().slice(book.address.length)}: ${message}`);
  page.on('console', message => {
    if (message.type() === 'error') fault(`console: ${message.text()}`);
  });
  page.on('pageerror', error => fault(`error: ${error.message}`));
  page.on('requestfailed', request => fault(`failed: ${request.url()} (${request.failure()?.errorText})`));
  page.on('response', response => {
    if (response.status() >= 400) fault(`${response.status()}: ${response.url()}`);
  });
  await context.route('**/*', route => {
    const { address } = book;
    if (route.request().url().startsWith(address)) return route.continue();
    fault(`asks for ${route.request().url()}`);
    return route.abort();
  });

  const look = async () => {
    seen++;
    await page.addStyleTag({ content: readerSheet });
    for (const found of await page.evaluate(pageFaults)) fault(found);
    for (const { name: font, status } of await page.evaluate(fontsOfPage)) {
      fonts.set(font, fonts.get(font) === true || status === 'loaded');
      if (status === 'error') fault(`the font ${font} does not load`);
    }
    await checkBreak(page, fault);
    await page.screenshot({ path: join(screens, `${name}, ${seen}.png`) });
  };
  const open = async path => {
    await page.goto(new URL(path, book.address).href);
    await look();
  };
  const follow = async depth => {
    await page.goto(new URL(book.navigation, book.address).href);
    const link = page.locator(`nav[role="doc-toc"] ${'ol > li > '.repeat(depth)}a`).last();
    const [words, href] = [await link.innerText(), await link.evaluate(element => element.href)];
    await link.click();
    await page.waitForURL(href, { timeout: 10_000 });
    const heading = await page.evaluate(headingOfPage);
    if (lettersOf(heading) !== lettersOf(words)) fault(`the contents say "${words}", the page "${heading}"`);
    await look();
  };
  return { open, follow, seenCount: () => seen };
}

/* global document */

/** The page's heading, or what stands for it where the text has none. */
function headingOfPage() {
  const section = document.querySelector('section');
  return section.querySelector('h1, h2, h3, h4, h5, h6')?.textContent ?? section.getAttribute('aria-label') ?? '';
}

/** Small capitals and line ends are no difference. */
function lettersOf(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** What a sign must stand out by. https://www.w3.org/TR/WCAG22/#non-text-contrast */
const minBreakContrast = 3;

/** Looks at the pixels of the first scene break: whatever draws it, a rule, an ornament or a picture, must be seen. */
async function checkBreak(page, fault) {
  const clip = await page.evaluate(placeOfBreak);
  if (clip === null) return;
  const { channels } = await sharp(await page.screenshot({ clip, fullPage: true }))
    .removeAlpha()
    .greyscale()
    .stats();
  const [{ min, max }] = channels;
  const contrast = (luminance(max) + 0.05) / (luminance(min) + 0.05);
  if (contrast < minBreakContrast) fault(`the scene break is not seen: contrast ${contrast.toFixed(1)}`);
}

function luminance(grey) {
  const share = grey / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
