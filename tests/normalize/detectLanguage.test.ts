import { describe, expect, it } from 'vitest';
import { readStory } from '../../src/compile/readStory.ts';

function languageOf(text: string): string {
  const { language } = readStory([{ path: 'story.txt', bytes: new TextEncoder().encode(text) }]);
  return `${language.text} ${language.origin}`;
}

/** Some forty words each, of one scene: a keeper, a lamp, the sea. */
const scenes: readonly (readonly [language: string, text: string])[] = [
  ['en', 'The keeper went up the stair with a lamp in his hand, and the sea was loud below him. "It is late," she said, but he did not turn back. They had waited for the boat since the morning, and nobody had seen it.'],
  ['de', 'Der Wärter stieg mit der Lampe in der Hand die Treppe hinauf, und das Meer war laut unter ihm. „Es ist spät“, sagte sie, aber er drehte sich nicht um. Sie hatten seit dem Morgen auf das Boot gewartet, und niemand hatte es gesehen.'],
  ['fr', "Le gardien monta l'escalier avec une lampe à la main, et la mer grondait sous lui. « Il est tard », dit-elle, mais il ne se retourna pas. Ils attendaient le bateau depuis le matin, et personne ne l'avait vu passer devant les rochers."],
  ['es', 'El guardián subió la escalera con una lámpara en la mano, y el mar sonaba muy fuerte debajo de él. —Es tarde —dijo ella, pero él no se volvió. Habían esperado el barco desde la mañana, y nadie lo había visto pasar por las rocas.'],
  ['pt', 'O guarda subiu a escada com uma lâmpada na mão, e o mar soava muito alto debaixo dele. — É tarde — disse ela, mas ele não se voltou. Tinham esperado o barco desde a manhã, e ninguém o vira passar pelas rochas da ilha.'],
  ['it', "Il guardiano salì la scala con una lampada in mano, e il mare era forte sotto di lui. «È tardi», disse lei, ma lui non si voltò. Avevano aspettato la barca fin dal mattino, e nessuno l'aveva vista passare davanti agli scogli."],
  ['nl', 'De wachter liep met een lamp in zijn hand de trap op, en de zee was luid onder hem. "Het is laat," zei ze, maar hij keek niet om. Ze hadden sinds de ochtend op de boot gewacht, en niemand had hem gezien bij de rotsen.'],
  ['sv', 'Fyrvaktaren gick uppför trappan med en lampa i handen, och havet var högt under honom. ”Det är sent”, sade hon, men han vände sig inte om. De hade väntat på båten sedan morgonen, och ingen hade sett den vid klipporna.'],
  ['da', 'Fyrpasseren gik op ad trappen med en lampe i hånden, og havet larmede under ham. »Det er sent,« sagde hun, men han vendte sig ikke om. De havde ventet på båden siden om morgenen, og ingen af dem havde set den ved klipperne.'],
  ['nb', 'Fyrvokteren gikk opp trappen med en lampe i hånden, og havet bråket under ham. «Det er sent,» sa hun, men han snudde seg ikke. De hadde ventet på båten siden morgenen, og ingen av dem hadde sett den ved klippene, sa de etter middag.'],
  ['fi', 'Vartija nousi portaita lamppu kädessään, ja meri pauhasi hänen allaan. ”On jo myöhä”, nainen sanoi, mutta hän ei kääntynyt. He olivat odottaneet venettä aamusta asti, eikä kukaan ollut nähnyt sitä, kun se oli mennyt kallioiden ohi niin kuin aina ennen, mutta nyt ei enää. Hän ei sanonut mitään, vaan katsoi merelle.'],
  ['pl', 'Strażnik wszedł po schodach z lampą w ręku, a morze huczało pod nim. – Jest już późno – powiedziała, ale on się nie odwrócił. Czekali na łódź od rana i nikt jej nie widział, jak to bywa, gdy się czeka na coś tak długo i nie wie się, co z tego będzie.'],
  ['cs', 'Strážce vyšel po schodech s lampou v ruce a moře pod ním hučelo. „Je pozdě,“ řekla, ale on se neotočil. Čekali na loď už od rána a nikdo ji neviděl, jak to tak bývá, když se na něco čeká a neví se, co z toho bude pro ty, kteří čekají.'],
  ['hu', 'Az őr felment a lépcsőn, kezében egy lámpával, és a tenger zúgott alatta. – Már késő van – mondta a nő, de ő nem fordult meg. Reggel óta vártak a hajóra, és senki sem látta, hogy elment volna a sziklák mellett, mert az idő még nem volt jó, csak este lett az.'],
  ['tr', 'Bekçi elinde bir lamba ile merdivenden çıktı ve deniz onun altında gürledi. "Çok geç," dedi kadın, ama o dönüp bakmadı. Sabahtan beri tekneyi bekliyorlardı ve kimse onu görmemişti; bu da her zaman böyle olur, ne kadar beklersen o kadar geç gelir, ama yine de her şey için bir zaman var.'],
  ['ro', 'Paznicul a urcat scara cu o lampă în mână, și marea vuia sub el. „E târziu”, a spus ea, dar el nu s-a întors. Așteptau barca de dimineață, și nimeni nu o văzuse trecând pe lângă stânci, așa cum se întâmplă când aștepți ceva și nu mai vine.'],
  ['ru', 'Смотритель поднялся по лестнице с лампой в руке, и море шумело под ним. — Уже поздно, — сказала она, но он не обернулся. Они ждали лодку с утра, и никто её не видел, как это бывает, когда ждёшь чего-то так долго и не знаешь, что из этого будет.'],
  ['uk', 'Наглядач піднявся сходами з лампою в руці, і море шуміло під ним. — Уже пізно, — сказала вона, але він не озирнувся. Вони чекали на човен із ранку, і ніхто його не бачив, як це буває, коли чекаєш на щось так довго і не знаєш, що з того буде.'],
  ['el', 'Ο φύλακας ανέβηκε τη σκάλα με μια λάμπα στο χέρι, και η θάλασσα βούιζε από κάτω του.'],
  ['zh-Hans', '守灯人提着灯走上楼梯,海在他下面轰鸣。"已经很晚了,"她说,但是他没有回头。他们从早上就等着那只船,谁也没有看见它过来。'],
  ['zh-Hant', '守燈人提著燈走上樓梯,海在他下面轟鳴。「已經很晚了,」她說,但是他沒有回頭。他們從早上就等著那隻船,誰也沒有看見它過來。'],
  ['ja', '灯台守はランプを手に階段を上り、海はその下で鳴っていた。「もう遅い」と彼女は言ったが、彼は振り向かなかった。'],
  ['ko', '등대지기는 등불을 손에 들고 계단을 올라갔고 바다는 그 아래에서 울었다. 늦었다고 그녀가 말했지만 그는 돌아보지 않았다.'],
]; // prettier-ignore

describe('the language of a story', () => {
  it.each(scenes)('is seen in some forty words: %s', (language, text) => {
    expect(languageOf(text)).toBe(`${language} detected`);
  });

  it('is not seen in a few words, or in a list of names', () => {
    expect(languageOf('The lamp went out.')).toBe('und detected');
    expect(languageOf('Nell, Wren, Corvina, Ashgrove, Teasdale, Ned. '.repeat(9))).toBe('und detected');
  });

  it("is the story's own, not that of the notes before it", () => {
    const german = scenes[1]?.[1] ?? '';
    expect(
      languageOf(`Disclaimer: I do not own any of this, and the lamp is not mine.\n\nRating: PG\n\n${german}`),
    ).toBe('de detected');
  });

  it.each([['Français', 'fr'], ['Русский', 'ru'], ['Deutsch', 'de'], ['中文', 'zh'], ['Español', 'es'], ['日本語', 'ja'], ['Bahasa Indonesia', 'id'], ['Português brasileiro', 'pt-BR'], ['中文-普通话 國語', 'zh'], ['British English', 'en-GB'], ['English (US)', 'en-US'], ['simplified Chinese', 'zh-Hans']])(
    'is what the header states: %s',
    (name, tag) => {
      expect(languageOf(`Title: The Lamp\n\nLanguage: ${name}\n\nRating: PG\n\nIt was late.`)).toBe(`${tag} text`);
    },
  ); // prettier-ignore
});
