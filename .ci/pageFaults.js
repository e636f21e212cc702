/* global document, getComputedStyle, NodeFilter */

/**
 * Run inside a page: what is wrong with how it shows, one sentence each. Words must have a contrast of 4.5 with what is
 * behind them (3 where they are large, https://www.w3.org/TR/WCAG22/#contrast-minimum), nothing may stand out at the side,
 * pictures must be there, and the heading of a summary below a title is no title.
 */
export async function pageFaults() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const beyond = [...document.body.querySelectorAll('*')].filter(element => {
      const { left, right } = element.getBoundingClientRect();
      return right > root.clientWidth + 1 || left < -1;
    });
    const names = beyond.map(element => `<${element.localName} class="${element.className}">`);
    faults.push(`${root.scrollWidth} px wide on ${root.clientWidth} px: ${[...new Set(names)].slice(0, 5).join(' ')}`);
  }
  for (const image of document.images) {
    await image.decode().catch(() => undefined);
    if (image.naturalWidth === 0) faults.push(`the picture ${image.getAttribute('src')} does not show`);
  }
  faults.push(...faintWords(), ...wordsBesideThePage(), ...loudSummaries());
  return [...new Set(faults)];

  function faintWords() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() === '' || element.getClientRects().length === 0) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const contrast = contrastOf(colourOf(style.color), backgroundOf(element));
      if (contrast < (isLarge ? 3 : 4.5) || style.visibility !== 'visible' || Number(style.opacity) < 1) {
        found.push(`faint words (contrast ${contrast.toFixed(1)}): ${walker.currentNode.data.trim().slice(0, 40)}`);
      }
    }
    return found;
  }

  /** At the side where a text begins nothing can be scrolled to: what hangs out there adds nothing to the width of the page. */
  function wordsBesideThePage() {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() === '') continue;
      range.selectNodeContents(walker.currentNode);
      const isBeside = [...range.getClientRects()].some(({ left, right }) => left < -1 || right > root.clientWidth + 1);
      if (isBeside) found.push(`words beside the page: ${walker.currentNode.data.trim().slice(0, 40)}`);
    }
    return found;
  }

  function loudSummaries() {
    const headings = document.querySelectorAll('.with-title > h2, .with-title > h3');
    return [...headings].flatMap(heading => {
      const { fontSize, marginTop, borderTopWidth } = getComputedStyle(heading);
      const size = parseFloat(fontSize);
      const isLoud = size > parseFloat(getComputedStyle(heading.parentElement).fontSize) * 1.25;
      return isLoud || parseFloat(marginTop) > size || parseFloat(borderTopWidth) > 0
        ? [`“${heading.textContent}” below the title is set as a title itself`]
        : [];
    });
  }

  function backgroundOf(element) {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = colourOf(getComputedStyle(at).backgroundColor);
      if (colour.alpha > 0) return colour;
    }
    return { channels: [255, 255, 255], alpha: 1 };
  }

  /** `rgb(0, 0, 0)` or `rgba(0, 0, 0, 0.5)`. */
  function colourOf(css) {
    const [red, green, blue, alpha = 1] = css.match(/[\d.]+/g).map(Number);
    return { channels: [red, green, blue], alpha };
  }

  function contrastOf(front, back) {
    const mixed = front.channels.map((value, index) => value * front.alpha + back.channels[index] * (1 - front.alpha));
    const [light, dark] = [luminanceOf(mixed), luminanceOf(back.channels)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function luminanceOf(channels) {
    const [red, green, blue] = channels.map(value => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
}

/** Run inside a page: where the first scene break stands, with a little around it; `null` where there is none. */
export function placeOfBreak() {
  const element = document.querySelector('hr');
  if (element === null) return null;
  const around = 2;
  const { left, top, width, height } = element.getBoundingClientRect();
  const { scrollX, scrollY } = document.defaultView;
  return {
    x: Math.max(0, left + scrollX - around),
    y: Math.max(0, top + scrollY - around),
    width: width + 2 * around,
    height: height + 2 * around,
  };
}

/** Run inside a page: the fonts that its sheet declares, and whether each is `loaded`, has an `error` or is not used here. */
export async function fontsOfPage() {
  await document.fonts.ready;
  return [...document.fonts].map(({ family, weight, style, status }) => ({
    name: `${family} ${weight} ${style}`,
    status,
  }));
}
