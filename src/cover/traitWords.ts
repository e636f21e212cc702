import type { CoverTrait } from './coverTrait.ts';

/**
 * The words by which traits are known, in English, French, German and Spanish; in lower case, without accents (`é` as `e`).
 * One with a star stands for all words that begin so: `pirat*`, `pirates`. Words with two meanings are left out; `·` stands
 * for the space in what is known by two words.
 */
export const traitWords: Readonly<Record<CoverTrait, string>> = {
  adventure:
    'adventur* aventur* abenteuer* quest treasure tresor schatz tesoro expedition* voyage* pirat* explorer* swashbuckl* action/adventure',
  children: 'children* kids childhood enfants enfance kinder* kindheit ninos infantil teddy bedtime·stor* nursery',
  crime:
    'crime* criminal* krimi* murder* meurtre* mord morde morder* asesin* detective* detektiv* noir mystery mysteries sherlock holmes whodunit thief heist police polic* poirot case·fic casefic policier',
  fairyTale:
    'fairy fairytale* marchen* conte contes cuento·de·hadas fable* folklore folktale* princess* princesse prinzessin witch* hexe* bruja sorcier* once·upon enchanted goblin*',
  fantasy:
    'fantasy fantastique fantastik fantasia magic magical magie* magisch* magia dragon* drache* wizard* zauber* elves elf* sword* schwert* sorcer* hogwarts tolkien middle-earth mythology mythologie',
  historical:
    'histor* regency victorian* medieval* mittelalter* medioevo century period·drama antiquity rome romans napoleon* tudor',
  horror:
    'horror horreur grusel* terror haunted haunting vampir* zombie* werewol* werwolf* lovecraft* gothic gothique monster monstre demon* damon* slasher gore',
  humor:
    'humor* humour* humorous comedy comedie komodie comedia crack crackfic parody parodie parodia satire satira farce funny',
  literary:
    'literary essay* essai* ensayo* memoir* memoires memorias letters lettres briefe diary journal tagebuch slice·of·life character·study',
  poetry: 'poem* poet* poetry poesie gedicht* poema* poesia verse haiku sonnet* ballad*',
  romance:
    'romance romantic romantique romantik* romantisch* love lovers amour amoureu* liebe* amor amores kiss* wedding marriage mariage hochzeit boda fluff slow·burn shipping valentine*',
  scienceFiction:
    'science·fiction sci-fi scifi sf robot* android* cyberpunk dystopi* spaceship starship raumschiff time·travel alien aliens clone* star·trek star·wars doctor·who cyborg* future futur futuro zukunft',
  war: 'war wars guerre krieg* guerra soldier* soldat* soldado* battle* bataille schlacht* batalla trench* regiment* ww2 wwii',
  dark: 'dark darkfic darkness grimdark obscur* dunkel* finster* oscur* tragedy tragedie tragodie tragedia blood sang blut sangre death mort tod muerte grave shadow* ombre* schatten* sombra* angst*',
  eerie:
    'ghost* fantome* geist* gespenst* fantasma* spirit* seance uncanny supernatural surnaturel ubernaturlich* sobrenatural paranormal eerie strange occult* curse* spell fog mist brume nebel niebla',
  glamorous:
    'glamour jazz gatsby ballroom ball casino champagne hotel theatre theater opera cabaret dance dancer gala twenties 1920s cinema hollywood palace palais palast palacio diamond* gold* golden velvet',
  playful:
    'playful silly prank* chaos game games jeu spiel juego circus cirque zirkus circo party cat cats chat·noir katze* gato* dog dogs puppy cake candy carnival carnaval',
  quiet: 'quiet calm silence silent stille silencio domestic cozy cosy gentle introspection contemplat* solitude',
  sad: 'sad sadness grief griev* mourning trauer* deuil duelo tears larmes tranen lagrimas lonely loneliness seul einsam* soledad farewell adieu abschied adios lost perdu verloren perdido hurt regret* melanchol*',
  tense:
    'thriller* suspense* spannung spy spies espion* spion* espia conspirac* hostage chase escape hunt hunted race·against assassin* agent secret·service betrayal',
  warm: 'comfort hope espoir hoffnung esperanza home family famille familie familia friendship amitie freundschaft amistad happy·ending feel-good kitchen tea bread honey hearth lamp lamps',
  city: 'city ville stadt ciudad street streets rue strasse calle avenue london londres paris berlin new·york tokyo metro subway tram cafe taxi urban downtown tower towers skyscraper* apartment rooftop* smallville',
  country:
    'village dorf pueblo farm ferme bauernhof granja field fields champs feld felder campo meadow* prairie* wiese* orchard valley vallee hill hills colline* hugel colinas road weather countryside shepherd* harvest',
  garden:
    'garden* jardin* garten* flower* fleur* blume* blute* flor flores rose roses rosen rosas lily lilies orchid* herb herbs botan* leaf leaves seed seeds ivy thorn* moth butterfl* bee bees willow',
  house:
    'house maison haus casa manor manoir mansion castle chateau schloss castillo attic cellar stairs stair door window windows room chamber boarding·house cottage wallpaper',
  mountains:
    'mountain* montagne* gebirge* berg berge montana* alps alpes alpen peak summit gipfel cliff* glacier* avalanche reichenbach himalaya*',
  sea: 'sea seas mer meer* mar ocean* ozean* oceano ship ships navire* schiff* barco boat* bateau* sail sailor* sailing marin* matrose* harbor harbour port hafen puerto island* insel* isla islas ile lighthouse* phare leuchtturm* faro tide* wave waves vague* welle* olas coast cote kuste costa beach plage strand playa whale* mermaid* captain',
  space:
    'space espace weltraum espacio planet* star stars etoile* stern sterne estrella* galax* galaxie* moon lune mond luna mars comet* orbit* astronaut* astronom* cosmos cosmic universe constellation* satellite*',
  travel:
    'travel* reise* viaje* train trains zug tren station bahnhof railway journey* map maps karte mapa atlas border frontier pilgrim* caravan wander* desert wuste desierto passage airport river fleuve fluss',
  woods:
    'wood woods forest* foret* wald walder bosque* tree trees arbre* baum baume arbol arboles wolf wolves loup* woelfe lobo* deer stag fox oak pine fir birch grove bear',
  spring: 'spring printemps fruhling* primavera april may·day easter blossom*',
  summer: 'summer ete sommer* verano july august midsummer sunlight heatwave',
  autumn: 'autumn automne herbst* otono october november halloween fallen·leaves harvest september',
  winter:
    'winter* hiver invierno snow* neige schnee* nieve ice glace eis hielo frost* christmas noel weihnacht* navidad december yule solstice',
  day: 'day morning matin morgen manana sun soleil sonne sol dawn aube noon sunrise daylight',
  night:
    'night nights nuit nuits nacht nachte noche noches midnight minuit mitternacht medianoche evening soir abend dusk twilight nocturn* moonlight starlight lantern* dream dreams reve* traum* sueno*',
  collection: '',
  long: '',
  short: 'drabble* ficlet* flash·fiction microfiction vignette*',
};
