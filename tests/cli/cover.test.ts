import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lastReport, useWorkplace } from './spawnCli.ts';

const place = useWorkplace();

const lamp = 'The Lighthouse Lamp\n\nby Ned Hollow\n\nShe lit the lamp and the ship came home.\n\nNobody spoke.\n';

const outputs = (): readonly string[] => readdirSync(join(place.folder(), 'out')).toSorted();
const output = (name: string): Buffer => readFileSync(join(place.folder(), 'out', name));

/** What sharp sees of a picture. */
async function factsOf(name: string): Promise<unknown[]> {
  const { width, height, format, space, exif, icc } = await sharp(output(name)).metadata();
  return [width, height, format, space, exif, icc];
}

const jpeg = (width: number, height: number): unknown[] => [width, height, 'jpeg', 'srgb', undefined, undefined];

describe('fascicle cover', () => {
  it('writes a cover in all its sizes, the same bytes each time, without any font of the host', async () => {
    place.write({ 'lamp.txt': lamp, 'fonts.conf': '<fontconfig></fontconfig>' });
    const bare = { FONTCONFIG_FILE: join(place.folder(), 'fonts.conf') };
    const run = place.run(['cover', 'lamp.txt', '--verbose', '--trim', '5x8'], bare);
    expect(run).toMatchObject({ status: 0 });
    expect(run.stderr).toMatch(/is drawn in the style \w+: .*the title has “lighthouse”/);
    const names = ['front.jpg', 'front.pdf', 'inside.jpg', 'jpg', 'thumbnail.jpg'].map(
      end => `the-lighthouse-lamp.${end}`,
    );
    expect(outputs()).toEqual(names.toSorted());
    expect(await factsOf('the-lighthouse-lamp.jpg')).toEqual(jpeg(1600, 2560));
    expect(await factsOf('the-lighthouse-lamp.inside.jpg')).toEqual(jpeg(1500, 2400));
    expect(await factsOf('the-lighthouse-lamp.thumbnail.jpg')).toEqual(jpeg(600, 960));
    expect(await factsOf('the-lighthouse-lamp.front.jpg')).toEqual(jpeg(1575, 2475));
    expect(output('the-lighthouse-lamp.jpg').length).toBeLessThanOrEqual(500_000);
    expect(output('the-lighthouse-lamp.front.pdf').toString('latin1')).toContain('/TrimBox[9 9 369 585]');
    const first = names.map(name => output(name).toString('base64'));
    expect(place.run(['cover', 'lamp.txt', '-q', '--trim', '5x8'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(names.map(name => output(name).toString('base64'))).toEqual(first);
  }, 120_000);

  it('shows every style on a page that needs nothing else', () => {
    place.write({ 'lamp.txt': lamp });
    const run = place.run(['cover', 'lamp.txt', '--all', '--json']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(lastReport(run)).toMatchObject({ ok: true, files: [{ kind: 'coverSheet', cover: { isChosen: true } }, { kind: 'cover' }] }); // prettier-ignore
    const html = output('the-lighthouse-lamp.covers.html').toString('utf8');
    expect(html).not.toMatch(/(?:src|href)="(?!data:)|url\(|@import|<script/);
    expect(html.match(/<img [^>]*alt="[^"]+/g)).toHaveLength(html.split('<figure').length - 1);
    expect(html.split('class="suits"')).toHaveLength(2);
  }, 120_000);

  it('takes a picture of the user’s own, upright and whole, and puts it into the book', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: '#808080', noise } });
    place.write({
      'lamp.txt': lamp,
      'front.png': await photo.toColourspace('cmyk').withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      'book.yaml':
        'stories: [lamp.txt]\ncover: { image: front.png, alt: A lamp., lettering: true, colors: ["#123"] }\n',
    });
    const told = place.run(['build', 'lamp.txt', '-f', 'epub', '--cover', 'front.png', '--verbose']);
    expect(told).toMatchObject({ status: 0 });
    expect(told.stderr).toContain('The cover of “The Lighthouse Lamp” is a picture: the picture was named.\n');
    expect(await factsOf('the-lighthouse-lamp.jpg')).toEqual(jpeg(1600, 2400));
    expect(place.run(['build', '-f', 'epub', '-q'])).toMatchObject({ status: 0 });
    expect(await factsOf('the-lighthouse-lamp.jpg')).toEqual(jpeg(1600, 2560));
  }, 120_000);

  const svg = (inner: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200">${inner}</svg>`;

  it.each([
    ['that is not there', 'gone.jpg', '', /^error: The cover gone\.jpg is not there/],
    ['that is none', 'words.jpg', 'The lamp.', /^error: The cover words\.jpg is no picture that is read/],
    ['that names a file', 'outer.svg', svg('<image href="file:///etc/passwd" width="9" height="9"/>'), /^error: The cover outer\.svg is a drawing that holds a reference to something outside of it/],
    ['that holds a program', 'program.svg', svg('<script>alert(1)</script>'), /^error: The cover program\.svg is a drawing that holds a program/],
    ['that needs fonts', 'text.svg', svg('<text x="9" y="99">The lamp</text>'), /^error: The cover text\.svg is a drawing with text, which comes out in whatever fonts a computer has\.\n {2}hint: Turn its letters into paths/],
    ['that is as large as the sky', 'sky.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>', /^error: The cover sky\.svg is a drawing with a side of more than 200,000 units/],
    ['that has huge filters', 'filter.svg', svg(`<filter id="f">${'<feMorphology operator="dilate" radius="400"/>'.repeat(300)}</filter><g filter="url(#f)"><rect width="9" height="9"/></g>`), /^error: The cover filter\.svg is a drawing that holds filters that take too long/],
    ['that is 30,000 pixels wide and high', 'huge.gif', Buffer.from('GIF89a\x30\x75\x30\x75\x80\0\0\0\0\0\xff\xff\xff!\xf9\x04\x01\0\0\0\0,\0\0\0\0\x30\x75\x30\x75\0\x02\x02D\x01\0;', 'latin1'), /^error: The cover huge\.gif is 30000 pixels wide and 30000 high/],
  ])('refuses a picture %s', (_, name, content, message) => {
    place.write({ 'lamp.txt': lamp, ...(content === '' ? {} : { [name]: content }) });
    const run = place.run(['build', 'lamp.txt', '-f', 'epub', '--cover', name]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).toMatch(/hint: /);
    expect(readdirSync(place.folder())).not.toContain('out');
  }); // prettier-ignore

  it.each([
    [['--style', 'woodcat'], /There is no cover style "woodcat"\.\n.*Did you mean "woodcut"/],
    [['--style', 'none'], /--style none makes no cover/],
    [['--all', '--style', 'woodcut'], /--all shows every style/],
    [['--cover-color', 'reddish'], /"reddish" is not a colour/],
    [['--stile', 'woodcut'], /There is no option "--stile"\.\n.*--style/],
  ])('says what is wrong with %j', (args, message) => {
    place.write({ 'lamp.txt': lamp });
    const run = place.run(['cover', 'lamp.txt', ...args]);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
  });
});
