/**
 * The commonest small words of languages that stories are written in, as they stand in narrative: pronouns, prepositions,
 * conjunctions, forms of "to be" and "to say". An apostrophe parts words: `l'eau` is `l` and `eau`.
 */
const wordLists: Readonly<Record<string, string>> = {
  en: 'the and of to a in he she was it that his her had with for as on at you i but not they him said is be my have from this what were by me would could an or if when them so up out we there all been who into your no then one over down their has did just like back about',
  de: 'der die das und in er sie es ich nicht zu den ist war ein eine mit sich auf dem so wie als hatte aber von was an noch du ihr ihn sein für nur wenn im mich mir auch wir aus sagte doch dass daß des einen einem einer ihm ihre seine bei nach dann da schon nichts über mehr um haben wird wurde',
  fr: 'le la les de des du et à il elle un une que qui ne pas en dans je se son sa ses est était avait pour sur au aux ce cette mais plus par avec tout comme lui nous vous on d l qu n s j c m y si bien leur être ou sans sous fait dit même me moi mon elles ils ces où puis deux rien quand',
  es: 'el la los las de que y en un una no se a su sus con por para lo le como más pero al del era había estaba él ella yo me mi te si sí ya cuando qué muy sin sobre este esta todo eso o entre hasta nada ser dijo también porque ha es son fue le tan ni había donde desde así tu',
  pt: 'o a os as de que e do da em um uma não se no na por com para mais como mas ao ele ela eu me seu sua dos das nos nas era estava foi tinha muito já também só pelo pela isso quando você ou nem sem sobre até então lhe meu minha à é são dele dela nada depois disse está havia num numa',
  gl: 'o a os as de que e do da en un unha non se no na por con para máis como pero ao el ela eu me seu súa dos das nos nas era estaba foi tiña moi xa tamén só polo pola iso cando ti ou nin sen sobre ata entón lle meu miña dixo despois todo estes unhas uns nunha algo',
  ca: 'el la els les de que i en un una no es a seu seva amb per ho li com més però al del era havia estava ell ella jo em meu si ja quan què molt sense sobre aquest aquesta tot això o entre fins res ser va també perquè ha és són dels als tan ni on des així van cap vaig seus',
  it: 'il lo la i gli le di che e un una non si in a per con da del della al alla era aveva è sono suo sua ma più come mi ti lui lei io se ne ci l d c anche quando cosa questo questa tutto nel nella sul dei delle o quel quella poi solo senza disse mio fu ho ha stato dal dalla due fra molto',
  ro: 'și de la în cu nu o un pe că să se a era el ea mai din ce ca pentru fi am ai au lui ei îi îl le sa său dar când fără spre acum doar este sunt avea fost asta mă te tot după foarte care dacă printre unei unui lor cum prea sub si sa in ca până nici atunci îmi',
  nl: 'de het een en van in is dat hij ze zij niet op te zijn was met voor er aan die haar hem maar ik je om als had naar dan wat ook nog bij uit door over toen mijn zo geen we kon werd zou heeft hun zei deze me al wel weer tegen of hoe alleen niets meer heel moest',
  af: 'die en van in is nie het hy sy dat op te was met vir sy ek jy om as wat ook nog by uit deur maar toe my so geen ons kon sou hulle hom haar n se daar sê dit aan na oor net kan wil moet word weer een',
  sv: 'och i att det som en på är av för med till den han hon inte jag var hade sig om ett men så ut från vid mig dig hans hennes de när nu över då man upp in kan vad skulle efter där bara sade sa också eller ingen något mycket under blev dem denna allt här varit min du ur',
  da: 'og i at det som en på er af for med til den han hun ikke jeg var havde sig om et men så ud fra ved mig dig hans hendes de når nu over da man op ind kan hvad skulle efter der bare sagde også eller ingen noget meget under blev dem denne alt her været min du mod hvor nogen kunne',
  nb: 'og i at det som en på er av for med til den han hun ikke jeg var hadde seg om et men så ut fra ved meg deg hans hennes de når nå over da man opp inn kan hva skulle etter der bare sa også eller ingen noe mye under ble dem denne alt her vært min du mot hvor noen kunne',
  nn: 'og i at det som ein på er av for med til den han ho ikkje eg var hadde seg om eit men så ut frå ved meg deg hans hennar dei når no over då man opp inn kan kva skulle etter der berre sa også eller ingen noko mykje under vart dei denne alt her vore min du mot kvar nokon kunne',
  fi: 'ja ei hän on että se oli hänen en mutta kun niin minä hänet ole kuin sitä mitä sen olisi joka vain myös jos nyt tai ne hän minun sinä sinun mukaan sanoi siitä minua vielä sillä kaikki tämä olen olet ettei vaan jo mikä oli ollut häntä ovat hänelle takaisin sitten jotain he me pois',
  et: 'ja ei on et ta oli see ning ka kui aga ma mis tema siis oma mina nagu sa kes veel nii või seda tal oleks ning pole olid välja üles ainult juba kõik nüüd selle teda mu sest üks tagasi ära siin seal enam mind sind ütles kuid',
  pl: 'i w się nie na z że do to jest jak ale po co za o od tak jego jej był była było a go mu już tylko czy przez gdy ja ty on ona mi mnie ich by bo przed dla pod nad tym ten ta te kiedy jeszcze swoje może więc nic być sobie który która są tego tej ze',
  cs: 'a se na že je to v nebyl ale jsem do s si z jak o tak co když už byl byla bylo za po jeho její ho mu by jen pro k od ve jako které který ještě než nebo jsi ji bych však před tam ne ten ta kde mě mi u jsou sebe řekl řekla pak protože aby být',
  sk: 'a sa na že je to v nebol ale som do s si z ako o tak čo keď už bol bola bolo za po jeho jej ho mu by len pre k od vo ktoré ktorý ešte než alebo ju však pred tam nie ten tá kde ma mi u sú seba povedal povedala potom pretože aby byť bolo',
  sl: 'in se na da je to v ni ne pa ki za so bil bila bilo z s kot po od do ga mu jo jih ji ko če še že ali iz pri o kaj sem si bi tudi samo tako jaz ti on ona njegov njen nekaj nad pod med potem kako vse brez ker',
  hr: 'i u je se na da ne to za s od su bio bila bilo koji kao po ali što iz do ga mu ju joj ih samo kako još već sve nije sam si bi ili kad kada zatim o pa ja ti on ona njegov njezin nešto nad pod tko ništa rekao rekla reče prije nakon gdje uvijek te bih kroz',
  hu: 'a az és hogy nem egy is volt de ezt azt csak meg már még ha mint ez vagy mert el fel ki be én te ő neki engem volna majd pedig sem mi nagyon után kell lesz amikor minden semmi akkor itt ott azért olyan valami aki ami mondta vissza le voltak így úgy',
  tr: 've bir bu da de ne için o ama gibi daha çok sonra onun ben sen kadar var ile mi mı değil olarak diye her şey ki dedi ya beni bana onu ona hiç bile o olan yok şimdi neden biraz üzerinde doğru kendi zaman geri iki nasıl en',
  id: 'yang dan di itu dengan tidak untuk ini dari dia aku ke akan pada adalah ada juga sudah saya kamu mereka tapi karena seperti bisa hanya lebih kita orang lagi apa saat oleh telah atau bahwa nya masih dalam ia belum kalau sebuah sangat begitu setelah lalu ketika',
  vi: 'và của là không có người một cho được đã với trong này các những cũng tôi anh cô nó đi ra về đến khi như thì mà ở lại vào nhưng gì đó ấy sẽ em mình phải nhìn rồi lên hắn nói chỉ còn chị ông bà nhau rất đang',
  la: 'et in est non ad cum ut sed quod qui quae sunt ex si per enim esse ab hoc aut nec atque eius erat etiam autem quam ac eum sic tamen illi ille hic haec se sibi mihi tibi nam iam inquit quid neque',
  ru: 'и в не на я что он с как это но а по из у к за она его ее её то все всё так же был была было было бы от мне меня ты вы мы о когда только уже для вот если да их ему ей или ни до нет ещё еще во со чтобы них сказал сказала под даже чем где кто',
  uk: 'і в не на я що він з як це але а по із у до за вона його її та все так же був була було би від мені мене ти ви ми про коли тільки вже для ось якщо їх йому їй або ні ще й чи щоб них сказав сказала під навіть ніж де хто є який',
  bg: 'и в не на аз че той с как това но а по от у до за тя го я се да ли беше си ще е са ми ме ти вие ние за когато само вече ето ако им му й или нито още във със щом каза под дори къде кой което който бе тук като',
  sr: 'и у је се на да не то за с од су био била било који као по али што из до га му јој их само како још већ све није сам си би или кад када затим о па ја ти он она његов њен нешто над под ко ништа рекао рекла пре после где',
  be: 'і ў не на я што ён з як гэта але а па з у да за яна яго яе ты ўсё так жа быў была было б ад мне мяне вы мы пра калі толькі ўжо для вось калі іх яму ёй або ні яшчэ каб іх сказаў сказала пад нават чым дзе хто',
};

/** The words of each language, and for each word the share of it that speaks for any one: 1 where no other has it. */
export interface FunctionWords {
  readonly languages: readonly string[];
  readonly languagesOf: ReadonlyMap<string, readonly string[]>;
}

let known: FunctionWords | null = null;

/** The languages of each word; built when first asked for. */
export function functionWords(): FunctionWords {
  known ??= buildFunctionWords();
  return known;
}

function buildFunctionWords(): FunctionWords {
  const languagesOf = new Map<string, string[]>();
  for (const [language, words] of Object.entries(wordLists)) {
    for (const word of new Set(words.split(' '))) {
      languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
    }
  }
  return { languages: Object.keys(wordLists), languagesOf };
}
