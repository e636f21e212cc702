import type { PrintSettings } from './themeSchema.ts';

/**
 * Lays settings over others, key by key. A margin goes with the size of the page it was written for, and a leading with the
 * size of the text: where the upper settings change the one, the other is derived anew.
 */
export function printSettingsOver(lower: PrintSettings, upper: PrintSettings): PrintSettings {
  const { margins, leading, ...kept } = lower;
  const isOtherPage = upper.trim !== undefined && lower.trim !== undefined;
  const isOtherText = upper.bodySize !== undefined && lower.bodySize !== undefined;
  const below: PrintSettings = {
    ...kept,
    ...(isOtherPage || margins === undefined ? {} : { margins }),
    ...(isOtherText || leading === undefined ? {} : { leading }),
  };
  return mapsOver(below, upper);
}

/** What a theme says of its page counts on no page of another size. */
export function withoutPage(settings: PrintSettings): PrintSettings {
  const pageKeys = ['trim', 'margins', 'bodySize', 'leading', 'paragraphIndent'];
  return Object.fromEntries(Object.entries(settings).filter(([key]) => !pageKeys.includes(key)));
}

/** The entries of two maps and of the maps in them; what the upper has counts. */
function mapsOver<Lower extends object>(lower: Lower, upper: Partial<Lower>): Lower {
  const stated = Object.entries(upper).filter(([, value]) => value !== undefined);
  const merged = stated.map(([key, value]): [string, unknown] => {
    const below: unknown = Object.entries(lower).find(([name]) => name === key)?.[1];
    return [key, isMap(below) && isMap(value) ? mapsOver(below, value) : value];
  });
  return { ...lower, ...Object.fromEntries(merged) };
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
