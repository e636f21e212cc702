import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { decodeSource } from '../../src/source/decodeSource.ts';

function decode(bytes: Uint8Array, encoding?: string) {
  const diagnostics: Diagnostic[] = [];
  const source = decodeSource({ path: 'story.txt', bytes }, diagnostic => diagnostics.push(diagnostic), { encoding });
  return { source, diagnostics };
}

const texts = {
  german:
    'Der Wärter löschte die Lampe. „Müde?“, fragte sie – und er sagte: „Größer als sonst.“ Über dem Fluß lag Nebel.',
  french:
    'Le gardien éteignit la lampe. « Où vas-tu ? » demanda-t-elle, très lasse. Ça n’était qu’un rêve, à l’aube d’un été brûlé.',
  spanish: '¿Dónde está la lámpara? —preguntó la niña—. Mañana, señor, ¡mañana! El último año llovió más.',
  portuguese: 'A lâmpada não está acesa. — Então não há maré? — perguntou o irmão. É só à noite que vêm os pássaros.',
  swedish: 'Fyrvaktaren släckte lampan. ”Är du trött?” frågade hon. Över ån låg det dimma, och båten gick på grund.',
  danish: 'Fyrpasseren slukkede lampen. Hun spurgte: »Er du træt?« Over åen lå tågen, og båden gik på grund på øen.',
  english: 'The keeper’s café was closed — “for now,” she said… and the façade stayed dark.',
  polish:
    'Latarnik zgasił lampę. – Jesteś zmęczony? – spytała. Nad rzeką leżała mgła, a łódź osiadła na mieliźnie. Źle się działo, bo żagiel pękł.',
  czech:
    'Strážce zhasl lampu. „Jsi unavený?“ zeptala se. Nad řekou ležela mlha a člun uvázl na mělčině. Příliš žluťoučký kůň úpěl.',
  hungarian:
    'Az őr eloltotta a lámpát. – Fáradt vagy? – kérdezte a nő. A folyó fölött köd ült, és a hajó zátonyra futott. Hűvös, esős idő volt.',
  turkish:
    'Bekçi lambayı söndürdü. “Yorgun musun?” diye sordu. Irmağın üstünde sis vardı, gemi kıyıya oturmuştu. Şimdi gidiyoruz.',
  greek:
    'Ο φύλακας έσβησε τη λάμπα. «Είσαι κουρασμένος;» ρώτησε εκείνη. Πάνω από το ποτάμι είχε ομίχλη, και η βάρκα κόλλησε στην άμμο.',
  russian:
    'Смотритель погасил лампу. «Ты устал?» — спросила она. Над рекой лежал туман, и лодка села на мель. «Нет, — ответил он. — Ещё нет».',
  ukrainian:
    'Доглядач погасив лампу. «Ти втомився?» — спитала вона. Над рікою лежав туман, і човен сів на мілину. Її брат мовчав.',
  simplified: '守灯的人吹灭了灯。“你累了吗？”她问。河上有雾，船搁浅了。他说：“还没有，我们再等一会儿吧。”',
  traditional: '守燈的人吹滅了燈。「你累了嗎？」她問。河上有霧，船擱淺了。他說：「還沒有，我們再等一會兒吧。」',
  japanese:
    '灯台守はランプを消した。「疲れたの？」と彼女は聞いた。川の上には霧がかかり、船は浅瀬に乗り上げていた。「まだだよ」と彼は言った。',
  korean:
    '등대지기는 등불을 껐다. "피곤해요?" 그녀가 물었다. 강 위에는 안개가 끼었고 배는 모래에 걸렸다. "아직은 아니에요." 그가 말했다.',
};

/** Marks that an encoding has no letter for are written as typewriters do. */
function plainMarks(text: string): string {
  return text
    .replace(/[„“”«»]/g, '"')
    .replace(/[’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...');
}

describe('the encoding of a file that does not say it', () => {
  it.each([
    ['german', 'windows-1252'], ['french', 'windows-1252'], ['spanish', 'windows-1252'], ['portuguese', 'windows-1252'], ['swedish', 'windows-1252'],
    ['danish', 'windows-1252'], ['english', 'windows-1252'], ['polish', 'windows-1250'], ['czech', 'windows-1250'], ['hungarian', 'windows-1250'],
    ['turkish', 'windows-1254'], ['greek', 'windows-1253'], ['russian', 'windows-1251'], ['ukrainian', 'windows-1251'], ['simplified', 'gb18030'], ['traditional', 'big5'],
    ['japanese', 'shift_jis'], ['japanese', 'euc-jp'], ['korean', 'euc-kr'], ['german', 'mac-roman'], ['french', 'mac-roman'], ['spanish', 'mac-roman'],
    ['english', 'mac-roman'],
  ] as const)('is found for a %s text in %s', (language, encoding) => {
    const { source, diagnostics } = decode(iconv.encode(texts[language], encoding));
    expect(source.lines).toEqual([texts[language]]);
    expect(diagnostics.map(({ code }) => code)).toEqual(encoding === 'windows-1252' ? [] : ['source/guessed-encoding']);
  }); // prettier-ignore

  it.each([
    ['german', 'windows-1252'], ['french', 'iso-8859-1'], ['polish', 'iso-8859-2'], ['czech', 'iso-8859-2'], ['greek', 'iso-8859-7'], ['greek', 'windows-1253'],
    ['greek', 'cp737'], ['russian', 'koi8-r'], ['russian', 'cp866'], ['russian', 'iso-8859-5'], ['russian', 'windows-1251'], ['russian', 'mac-cyrillic'], ['ukrainian', 'koi8-u'], ['german', 'cp437'],
    ['french', 'cp850'], ['czech', 'cp852'], ['simplified', 'gb18030'],
  ] as const)('is found for a %s text with plain marks in %s', (language, encoding) => {
    const text = plainMarks(texts[language]);
    expect(decode(iconv.encode(text, encoding)).source.lines).toEqual([text]);
  }); // prettier-ignore

  it.each([
    ['russian', 'utf-16le'], ['greek', 'utf-16be'], ['japanese', 'utf-16le'], ['simplified', 'utf-16be'], ['english', 'utf-16le'],
  ] as const)('is found for a %s text in %s without a mark', (language, encoding) => {
    const text = `${texts[language]}\n${texts[language]}`;
    const { source } = decode(iconv.encode(text, encoding, { addBOM: false }));
    expect(source.encoding).toBe(encoding);
    expect(source.lines.join('\n')).toBe(text);
  }); // prettier-ignore

  it.each(['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be', 'utf-8'])('is said by the mark of %s', encoding => {
    const { source } = decode(iconv.encode(texts.greek, encoding, { addBOM: true }));
    expect(source.encoding).toBe(encoding);
    expect(source.lines).toEqual([texts.greek]);
  });

  it('is told with its confidence, and how to overrule it', () => {
    const { diagnostics } = decode(iconv.encode(texts.russian, 'koi8-r'));
    expect(diagnostics).toMatchObject([{ code: 'source/guessed-encoding', severity: 'info' }]);
    expect(diagnostics[0]?.message).toMatch(/story\.txt .* koi8-[ru] \(confidence 0\.\d+\)/);
  });

  it('is the one that the reader names', () => {
    const bytes = iconv.encode('Łódź', 'iso-8859-2');
    expect(decode(bytes, 'ISO-8859-2').source).toMatchObject({ lines: ['Łódź'], encoding: 'iso-8859-2' });
    expect(decode(iconv.encode('é', 'windows-1252'), 'utf-8').diagnostics).toMatchObject([{ code: 'source/invalid-encoding' }]);
  }); // prettier-ignore

  it.each([
    ['koi8', 'koi8-r'],
    ['no-such-thing', 'utf-8'],
  ])('is refused where there is none called %s', (name, hint) => {
    expect(() => decode(Uint8Array.from([65]), name)).toThrow(
      expect.objectContaining({ code: 'source/unknown-encoding', hint: expect.stringContaining(hint) as string }),
    );
  });

  it('is judged on pieces from all over a long file', () => {
    const text = `${'The lamp was lit and the tide was out.\n'.repeat(20_000)}${`${texts.polish}\n`.repeat(2000)}`;
    expect(decode(iconv.encode(text, 'windows-1250')).source.lines.at(-2)).toBe(texts.polish);
  });
});

describe('line ends', () => {
  it('are told where they are mixed', () => {
    const { diagnostics } = decode(new TextEncoder().encode('a\r\nb\nc\r\nd\re'));
    expect(diagnostics).toMatchObject([{ code: 'source/mixed-line-ends', severity: 'info' }]);
    expect(diagnostics[0]?.message).toContain('2 with CRLF, 1 with LF, 1 with CR');
  });
});
