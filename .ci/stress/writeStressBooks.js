import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { everyKindInHtml } from './everyKindInHtml.js';
import { everyKindInMarkdown } from './everyKindInMarkdown.js';
import { everyMatterInText } from './everyMatterInText.js';
import { hardOnMarkup, longWord, paragraphs, unseen } from './prose.js';
import { tales } from './tales.js';

/**
 * Writes the sources of the stress books, each a folder with a `book.yaml`, below `folder`.
 *
 * - `kinds`: every kind of block, inline and matter, many writing systems, empty titles, names that are hard on markup;
 * - `length`: three hundred chapters, and long ones with and without scene breaks;
 * - `turned`: a book that is read from right to left;
 * - `nameless`: one story of which nothing is said;
 * - `pictures`: photographs, drawings and ornaments of many shapes, in text, quotations and lines.
 */
export async function writeStressBooks(folder) {
  await writeKinds(join(folder, 'kinds'));
  writeLength(join(folder, 'length'));
  writeTurned(join(folder, 'turned'));
  writeNameless(join(folder, 'nameless'));
  await writePictures(join(folder, 'pictures'));
}

/** A name that is hard on markup, shells and addresses. */
const hardName = `a&b <c> "d" 'e' %20 #f.txt`;

async function writeKinds(folder) {
  const files = {
    'every-kind.md': everyKindInMarkdown,
    'every-kind.html': everyKindInHtml,
    'every-matter.txt': everyMatterInText,
    'again.html': everyKindInHtml,
    [hardName]: `${paragraphs(3, 5).join('\n\n')}\n`,
    'empty-title.md': `---\ntitle: ""\nauthor: ""\n---\n\n#\n\n${paragraphs(2, 1).join('\n\n')}\n`,
    'control.txt': `The ${unseen} Clock\nby Ed\u0007gar ${unseen} Rust\n\nChapter 1: ${unseen}\n\nIt ${unseen} rang.\n\n${paragraphs(2).join('\n\n')}\n`,
    ...Object.fromEntries(tales.map(tale => [tale.file, tale.text])),
  };
  const stories = Object.keys(files).map(file =>
    file === 'again.html' ? { file, title: `Again: ${longWord}`, author: [longWord] } : file,
  );
  write(folder, files);
  const roles = {
    frontMatter: ['dedication', 'epigraph', 'acknowledgments', 'permissions', 'introduction'],
    backMatter: ['afterword', 'acknowledgments', 'permissions', 'endNotes'],
  };
  const matter = {};
  for (const [place, names] of Object.entries(roles)) {
    matter[place] = Object.fromEntries(names.map(role => [role, `${place}-${role}.md`]));
    for (const role of names) write(folder, { [matter[place][role]]: matterPage(place, role) });
  }
  await writePicture(join(folder, 'lamp.png'));
  writeBook(folder, {
    title: `Stress & <Strain> "of" 'Kinds' ]]> &amp;`,
    subtitle: `Every <kind> & "more"`,
    editor: [`Cleo & "Co." <Umber>`, `D'Arcy O'Tinsel`],
    date: '2019-04-01',
    description: hardOnMarkup,
    ...matter,
    stories,
  });
}

function matterPage(place, role) {
  return `# ${role} & <${place}>\n\nWords of the *${role}* & "more".\n\n> A quote.\n\n- a list\n\n---\n\n${paragraphs(1, role.length).join('\n\n')}\n`;
}

const chapterCount = 300;
/** A chapter of 400,000 letters and more, in paragraphs of some 350. */
const longParagraphs = 1_200;

function writeLength(folder) {
  const chapters = Array.from({ length: chapterCount }, (_, index) => {
    const title = index % 3 === 0 ? `: The <${index + 1}th> & Next` : '';
    return `Chapter ${index + 1}${title}\n\n${paragraphs(3, index, 3).join('\n\n')}\n`;
  });
  const long = paragraphs(longParagraphs);
  const broken = long.map((paragraph, index) => (index % 60 === 59 ? `${paragraph}\n\n* * *` : paragraph));
  write(folder, {
    'three-hundred.txt': `Three Hundred\nby Many Hands\n\n${chapters.join('\n\n')}`,
    'long-broken.txt': `Long, With Breaks\nby Many Hands\n\nChapter 1\n\n${broken.join('\n\n')}\n\nChapter 2\n\n${long[0]}\n`,
    'long-whole.txt': `Long, Without\nby Many Hands\n\n${long.join('\n\n')}\n`,
  });
  writeBook(folder, {
    title: 'Stress of Length',
    stories: ['three-hundred.txt', 'long-broken.txt', 'long-whole.txt'],
  });
}

function writeTurned(folder) {
  const turned = tales.filter(({ language }) => language === 'ar' || language === 'he');
  write(folder, Object.fromEntries(turned.map(({ file, text }) => [file, text])));
  write(folder, { 'muqaddima.md': '# مقدمة\n\nهذه حكايات لم تحدث (Ostrevel, 1899).\n' });
  writeBook(folder, {
    title: 'مصابيح مستعارة',
    editor: 'نورا الهادي',
    language: 'ar',
    frontMatter: { introduction: 'muqaddima.md' },
    stories: turned.map(({ file }) => file),
  });
}

/** Sides in pixels; those with an alpha are clear in parts, and drawings. */
const shapes = {
  'wide.jpg': { width: 3000, height: 900 },
  'tall.jpg': { width: 500, height: 2900 },
  'clear.png': { width: 240, height: 90, alpha: 0.3 },
  'dot.png': { width: 1, height: 1, alpha: 1 },
  'square.png': { width: 1200, height: 1200, alpha: 1 },
};

async function writePictures(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, { width, height, alpha }] of Object.entries(shapes)) {
    const background = { r: 180, g: 60, b: 40, alpha: alpha ?? 1 };
    const channels = alpha === undefined || alpha === 1 ? 3 : 4;
    await sharp({ create: { width, height, channels, background } }).toFile(join(folder, name));
  }
  const figures = [
    '![A wall](wide.jpg "The wall, & what is <behind> it")',
    '![](clear.png)',
    '![A stair "up"](tall.jpg)',
    '> ![A window](square.png)\n>\n> Quoted below a picture.',
    'In a line ![a dot](dot.png) of words.',
    '![A wall again](wide.jpg)',
    '![A dot](dot.png)',
  ];
  const text = figures.flatMap((figure, index) => [...paragraphs(4, index), figure]).join('\n\n');
  write(folder, {
    'pictures.md': `# A Book of Walls\n\nby Cleo Umber\n\n## One\n\n${text}\n\n${paragraphs(3, 9).join('\n\n')}\n`,
  });
  writeBook(folder, { title: 'A Book of Walls', stories: ['pictures.md'] });
}

function writeNameless(folder) {
  write(folder, { 'x.txt': `${paragraphs(4, 3).join('\n\n')}\n` });
  writeBook(folder, { stories: ['x.txt'] });
}

function write(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** JSON is YAML. */
function writeBook(folder, book) {
  write(folder, { 'book.yaml': `${JSON.stringify(book, null, 2)}\n` });
}

/** A picture wider than any page. */
async function writePicture(path) {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="900"><rect width="2000" height="900" fill="#ddd"/><circle cx="1000" cy="450" r="300" fill="#642"/></svg>';
  await sharp(Buffer.from(svg)).png().toFile(path);
}
