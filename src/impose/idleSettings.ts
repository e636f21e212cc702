import type { SchemeName } from './imposition.ts';
import type { ImpositionSettings } from './impositionSettings.ts';

type SettingName = keyof ImpositionSettings;

/**
 * Settings that change nothing in a scheme. `duplex` is not among those of a mini-zine: it tells what a printer does, and
 * stays true of one that is not asked to do it.
 */
const idle: Readonly<Record<SchemeName, readonly SettingName[]>> = {
  booklet: ['signature'],
  signatures: [],
  'mini-zine': ['signature', 'abreast', 'caliper', 'creep', 'stations'],
  quarto: ['signature', 'abreast'],
  octavo: ['signature', 'abreast'],
  'cut-and-stack': ['signature', 'abreast', 'caliper', 'creep', 'stations'],
  stab: ['signature', 'abreast', 'caliper', 'creep'],
};

/** The first of some settings that changes nothing in any of the schemes; `null` where each is of use in one. */
export function idleSetting(names: readonly string[], schemes: readonly SchemeName[]): string | null {
  return names.find(name => schemes.every(scheme => idle[scheme].some(each => each === name))) ?? null;
}
