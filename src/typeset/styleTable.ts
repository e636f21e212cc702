import type { TextStyle } from './pageList.ts';

/** Numbers styles in order of first use, so that a run can name its style by an index. */
export interface StyleTable {
  readonly indexOf: (style: TextStyle) => number;
  readonly at: (index: number) => TextStyle;
  readonly all: () => readonly TextStyle[];
}

export function createStyleTable(): StyleTable {
  const styles: TextStyle[] = [];
  const indices = new Map<string, number>();
  return {
    indexOf: style => {
      const key = JSON.stringify([
        style.font,
        style.features,
        style.sizePt,
        style.risePt,
        style.trackingPt,
        style.isStruck,
        style.language,
      ]);
      let index = indices.get(key);
      if (index === undefined) {
        index = styles.push(style) - 1;
        indices.set(key, index);
      }
      return index;
    },
    at: index => {
      const style = styles[index];
      if (style === undefined) throw new RangeError(`there is no style ${index}`);
      return style;
    },
    all: () => styles,
  };
}
