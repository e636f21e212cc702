import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { recodeImage, type RecodedImage } from '../../src/images/recodeImage.ts';
import { svgDanger } from '../../src/images/svgDanger.ts';
import { sniffImage } from '../../src/images/sniffImage.ts';

const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080', noise } }).blur(3);

const drawing = (inner: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>') =>
  new TextEncoder().encode(
    `${prolog}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="200">${inner}</svg>`,
  );

/** Groups that each refer to the one before, and the last one drawn. */
function chain(length: number, refer: (below: string) => string): string {
  const groups = Array.from({ length }, (_, index) => `<g id="g${index + 1}">${refer(`g${index}`)}</g>`);
  return `<defs><rect id="g0" width="9" height="9"/>${groups.join('')}</defs><use href="#g${length}"/>`;
}

async function recoded(bytes: Uint8Array): Promise<RecodedImage> {
  const image = await recodeImage(bytes);
  if ('reason' in image) throw new Error(image.reason);
  return image;
}

describe('a picture of a story', () => {
  it.each([
    ['a photograph', async () => photo(300, 200).jpeg().toBuffer(), 'image/jpeg', [300, 200]],
    ['a photograph in CMYK', async () => photo(300, 200).toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg', [300, 200]],
    ['a photograph in grey', async () => photo(300, 200).greyscale().jpeg().toBuffer(), 'image/jpeg', [300, 200]],
    ['a photograph held upright', async () => photo(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer(), 'image/jpeg', [200, 300]],
    ['a photograph saved as PNG', async () => photo(1200, 900).png().toBuffer(), 'image/jpeg', [1200, 900]],
    ['a photograph as WebP', async () => photo(1200, 900).webp().toBuffer(), 'image/jpeg', [1200, 900]],
    ['a photograph as AVIF', async () => photo(900, 600).avif({ effort: 0 }).toBuffer(), 'image/jpeg', [900, 600]],
    ['a photograph as TIFF', async () => photo(1200, 900).tiff().toBuffer(), 'image/jpeg', [1200, 900]],
    ['a large photograph', async () => photo(4000, 1000).jpeg().toBuffer(), 'image/jpeg', [2048, 512]],
    ['a large square', async () => photo(2500, 2500).jpeg().toBuffer(), 'image/jpeg', [2000, 2000]],
    ['few colours', async () => sharp({ create: { width: 200, height: 90, channels: 3, background: '#a03020' } }).gif().toBuffer(), 'image/png', [200, 90]],
    ['what is clear in parts', async () => sharp({ create: { width: 200, height: 90, channels: 4, background: '#a0302080' } }).webp().toBuffer(), 'image/png', [200, 90]],
    ['a drawing', () => drawing('<defs><linearGradient id="g"/></defs><rect width="90" height="90" fill="url(#g)"/><use xlink:href="#g"/><a href="https://a.example"><circle r="9"/></a>'), 'image/png', [600, 400]],
  ] as const)('becomes one that every reader shows: %s', async (_, make, mediaType, size) => {
    const image = await recoded(await make());
    const { format, space, exif, icc, orientation, width, height } = await sharp(image.bytes).metadata();
    expect([image.mediaType, [image.widthPx, image.heightPx]]).toEqual([mediaType, size]);
    expect([format, space, width, height]).toEqual([mediaType.slice('image/'.length), 'srgb', ...size]);
    expect([exif, icc, orientation]).toEqual([undefined, undefined, undefined]);
  }, 60_000); // prettier-ignore

  it('gives the same bytes each time', async () => {
    const source = await photo(500, 400).jpeg().toBuffer();
    expect(await recoded(source)).toEqual(await recoded(source));
  });

  it('keeps what is clear', async () => {
    const source = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#a0302000' } }).png().toBuffer(); // prettier-ignore
    expect((await sharp((await recoded(source)).bytes).stats()).isOpaque).toBe(false);
  });

  it('is as light as Kindle asks where that costs little', async () => {
    expect((await recoded(await photo(800, 600).jpeg({ quality: 100 }).toBuffer())).bytes.length).toBeLessThan(127 * 1024); // prettier-ignore
  });

  it.each([
    ['words', () => new TextEncoder().encode('The lamp.'), 'not-an-image'],
    ['nothing', () => new Uint8Array(), 'not-an-image'],
    ['a page that holds a drawing', () => new TextEncoder().encode('<html><svg></svg></html>'), 'not-an-image'],
    ['a book', () => new TextEncoder().encode('%PDF-1.7'), 'not-an-image'],
    ['half a photograph', async () => (await photo(800, 600).jpeg().toBuffer()).subarray(0, 9000), 'not-an-image'],
    ['the first bytes of one', async () => (await photo(800, 600).jpeg().toBuffer()).subarray(0, 20), 'not-an-image'],
    ['half a PNG', async () => (await photo(300, 300).png().toBuffer()).subarray(0, 9000), 'not-an-image'],
  ])('is refused when it is none: %s', async (_, make, code) => {
    expect(await recodeImage(await make())).toMatchObject({ code });
  });

  it('is refused when its head promises more pixels than can be, in no time', async () => {
    const bomb = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } }).png().toBuffer(); // prettier-ignore
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(16, 60_000);
    view.setUint32(20, 60_000);
    view.setUint32(29, crc32(bomb.subarray(12, 29)));
    const start = performance.now();
    expect(await recodeImage(bomb)).toMatchObject({ code: 'too-large', reason: expect.stringContaining('60000 pixels wide') as unknown }); // prettier-ignore
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each([
    ['a program', drawing('<script>alert(1)</script>')],
    ['a program', drawing('<svg:script/>')],
    ['a program', drawing('<rect onload="alert(1)"/>')],
    ['a reference', drawing('<image href="https://a.example/x.png"/>')],
    ['a reference', drawing('<image xlink:href="file:///etc/passwd"/>')],
    ['a reference', drawing("<use href='other.svg#x'/>")],
    ['a reference', drawing('<image href="data:image/png;base64,AAAA"/>')],
    ['a reference', drawing('<image href="&#104;ttps://a.example"/>')],
    ['a reference', drawing('<rect fill="url(https://a.example/x.svg#g)"/>')],
    ['a reference', drawing('<rect fill="url(&quot;https://a.example&quot;)"/>')],
    ['a reference', drawing('<style>rect { fill: url( "\\68ttps:x" ) }</style>')],
    ['a style sheet', drawing('<style>@import "x.css";</style>')],
    ['a style sheet', drawing('', '<?xml-stylesheet href="#x"?>')],
    ['another document', drawing('<foreignObject><p>x</p></foreignObject>')],
    ['entities', drawing('', '<!DOCTYPE svg [<!ENTITY a "aaaa">]>')],
    ['too many masks', drawing('<rect mask="url(#m)"/>'.repeat(60))],
    ['groups', drawing('<g opacity=".5">'.repeat(13) + '<rect/>' + '</g>'.repeat(13))],
    ['groups', drawing('<a style="opacity:50%">'.repeat(13) + '<rect/>' + '</a>'.repeat(13))],
    [
      'groups',
      drawing('<style>g { mix-blend-mode: multiply }</style>' + '<g>'.repeat(13) + '<rect/>' + '</g>'.repeat(13)),
    ],
    [
      'groups',
      drawing(
        '<style><![CDATA[.a,.b{op/**/acity:1;\\6fpacity:.5}]]></style>' +
          '<g class="c b">'.repeat(13) +
          '<rect/>' +
          '</g>'.repeat(13),
      ),
    ],
    ['groups', drawing(chain(60, below => `<use href="#${below}" opacity="&#46;5"/>`))],
    ['groups', drawing('<g>'.repeat(2000) + '</g>'.repeat(2000))],
    ['more than 1000 things', drawing('<rect opacity=".5"/>'.repeat(1001))],
    [
      'more than 1000 things',
      drawing(chain(11, below => `<use href="#${below}"/><use filter="url(#f)" xlink:href="#${below}"/>`)),
    ],
    ['more than 100000 shapes', drawing(chain(17, below => `<use href="#${below}"/><use href="#${below}"/>`))],
    [
      'more than 100000 shapes',
      drawing(chain(17, below => `<path clip-path="url(#${below})"/><path style="fill:url('#${below}')"/>`)),
    ],
    ['an encoding', drawing('', '<?xml version="1.0" encoding="utf-7"?>')],
  ])('is refused as a drawing that holds %s (%#)', async (what, bytes) => {
    expect(await recodeImage(bytes)).toMatchObject({ code: 'not-an-image', reason: expect.stringContaining(what) as unknown }); // prettier-ignore
  });
});

describe('a drawing as people make them', () => {
  it.each([
    ['says of everything that it is plain', '<g style="opacity:1;mix-blend-mode:normal;filter:none;mask:none">'.repeat(40) + '<rect/>' + '</g>'.repeat(40)],
    ['has sheets beside each other', '<g opacity=".5"><rect/></g>'.repeat(400)],
    ['has a class that one shape uses', '<style>.glass{opacity:.5}#pane{isolation:isolate}</style>' + '<g class="wood">'.repeat(20) + '<rect class="glass"/>' + '</g>'.repeat(20)],
    ['draws a leaf again and again', `<defs><path id="leaf" opacity=".8"/></defs>${'<use href="#leaf"/>'.repeat(300)}`],
    ['keeps what it does not draw', `<defs>${'<rect opacity=".5"/>'.repeat(1200)}</defs><rect/>`],
    ['goes in a circle', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
  ])('is safe to draw: one that %s', (_, inner) => {
    expect(svgDanger(new TextDecoder().decode(drawing(inner)))).toBe(null);
  }); // prettier-ignore

  it('is judged in no time, whatever it holds', () => {
    const start = performance.now();
    for (const piece of [
      '<a ',
      '<!DOCTYPE',
      '<g b="',
      '<g>',
      '<!--',
      '<g a="b" ',
      '<style>a{',
      '</g>',
      '<use href="#a" id="a"/>',
    ]) {
      svgDanger(piece.repeat(300_000 / piece.length));
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('sniffImage', () => {
  it('knows a drawing behind what programs write before it', () => {
    const prolog = '\ufeff<?xml version="1.0"?>\n<!-- Made by hand -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'; // prettier-ignore
    expect(sniffImage(drawing('', prolog))).toBe('svg');
  });
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
