import { describe, expect, it } from 'vitest';
import { toKoboPackage } from '../../../src/epub/kepub/koboPackage.ts';

const opf = (metadata: string, manifest: string) =>
  `<?xml version="1.0"?>\n<package xmlns="http://www.idpf.org/2007/opf"><metadata>${metadata}</metadata><manifest>${manifest}</manifest></package>`;
const image = '<item id="front" href="a.jpg" media-type="image/jpeg"/>';
const marked = '<item id="front" href="a.jpg" media-type="image/jpeg" properties="cover-image"/>';
const named = '<meta name="cover" content="front"/>';

describe('toKoboPackage', () => {
  it.each([
    ['marks the picture that the metadata name', opf(named, image), opf(named, marked)],
    ['names the content first or last', opf('<meta content="front" name="cover"/>', image), opf('<meta content="front" name="cover"/>', marked)],
    ['takes the picture with the id cover where nothing is named', opf('', image.replace('front', 'cover')), opf('', marked.replace('front', 'cover'))],
    ['keeps what else a picture is', opf(named, image.replace('/>', ' properties="remote-resources" />')), opf(named, marked.replace('"cover-image"', '"cover-image remote-resources"'))],
    ['marks no second picture', opf('<meta name="cover" content="other"/>', `${marked}<item id="other" href="b.jpg" media-type="image/jpeg"/>`), opf('<meta name="cover" content="other"/>', `${marked}<item id="other" href="b.jpg" media-type="image/jpeg"/>`)],
    ['does not take a page for a picture', opf('', '<item id="cover" href="a.xhtml" media-type="application/xhtml+xml"/>'), opf('', '<item id="cover" href="a.xhtml" media-type="application/xhtml+xml"/>')],
    ['knows prefixed names', opf('<opf:meta name="cover" content="front"/>', image.replace('<item', '<opf:item')), opf('<opf:meta name="cover" content="front"/>', marked.replace('<item', '<opf:item'))],
    ['leaves out the time that Calibre adds', opf('<meta name="calibre:timestamp" content="2020"/><meta name="calibre:series" content="x"/>', ''), opf('<meta name="calibre:series" content="x"/>', '')],
    ['and where it has an end tag', opf('<meta name="calibre:timestamp" content="2020"> </meta><dc:title>A</dc:title>', ''), opf('<dc:title>A</dc:title>', '')],
  ])('%s', (_, before, after) => {
    expect(toKoboPackage(before)).toBe(after);
    expect(toKoboPackage(after)).toBe(after);
  });
}); // prettier-ignore
