/** The named resources that drawings take; the same one asked for twice is in the file once. */
export interface ArtResources {
  /** A shading by its dictionary. Returns its name, `Sh1`. */
  readonly shading: (dictionary: string) => string;
  /** A graphics state by its dictionary. Returns its name, `Gs1`. */
  readonly state: (dictionary: string) => string;
  /** A form XObject by its own entries and its operators. Returns its name, `Fm1`. */
  readonly form: (entries: string, operators: string) => string;
  /** A form for a state's soft mask. Returns its reference, `12 0 R`. */
  readonly maskForm: (entries: string, operators: string) => string;
  /** Whether anything asked for lets through what lies below it. */
  readonly hasTransparency: () => boolean;
  /** The entries of the resource dictionary; nothing where no drawing was drawn. */
  readonly entries: () => { readonly shadings: string; readonly states: string; readonly forms: string };
}

/** What an object with a stream is written with. */
export interface FormWriter {
  readonly claimNumber: () => number;
  readonly writeObject: (number: number, body: string) => void;
  readonly writeContent: (number: number, content: string, entries?: string) => void;
}

/** @param resources the number of the resource dictionary that forms look their own names up in */
export function createArtResources(writer: FormWriter, resources: number): ArtResources {
  const shadings = new Map<string, NamedObject>();
  const states = new Map<string, NamedObject>();
  const forms = new Map<string, NamedObject>();
  let isTransparent = false;

  function keep(kept: Map<string, NamedObject>, prefix: string, key: string, write: () => number): NamedObject {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const number = write();
    const named = { name: `${prefix}${kept.size + 1}`, reference: `${number} 0 R` };
    kept.set(key, named);
    return named;
  }

  function writeDictionary(dictionary: string): number {
    const number = writer.claimNumber();
    writer.writeObject(number, dictionary);
    return number;
  }

  function keepForm(entries: string, operators: string): NamedObject {
    return keep(forms, 'Fm', `${entries}\n${operators}`, () => {
      const number = writer.claimNumber();
      writer.writeContent(number, operators, `/Type/XObject/Subtype/Form${entries}/Resources ${resources} 0 R`);
      return number;
    });
  }

  return {
    shading: dictionary => keep(shadings, 'Sh', dictionary, () => writeDictionary(dictionary)).name,
    state: dictionary => {
      isTransparent = true;
      return keep(states, 'Gs', dictionary, () => writeDictionary(dictionary)).name;
    },
    form: (entries, operators) => keepForm(entries, operators).name,
    maskForm: (entries, operators) => keepForm(entries, operators).reference,
    hasTransparency: () => isTransparent,
    entries: () => ({ shadings: listed(shadings), states: listed(states), forms: listed(forms) }),
  };
}

interface NamedObject {
  readonly name: string;
  readonly reference: string;
}

function listed(named: ReadonlyMap<string, NamedObject>): string {
  return [...named.values()].map(({ name, reference }) => `/${name} ${reference}`).join('');
}
