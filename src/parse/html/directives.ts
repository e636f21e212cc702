import type { MatterMark, StatedMark } from '../manuscript.ts';
import type { HtmlElement, HtmlNode } from './htmlDocument.ts';

/** What a known page says of one of its elements, or of words that stand between them. */
export type Directive =
  /** The blocks inside are what the mark says. */
  | { readonly kind: 'mark'; readonly mark: StatedMark }
  /** The blocks inside are notes; the first opens a section unless a label before it did. */
  | {
      readonly kind: 'matter';
      readonly rule: string;
      readonly why: string;
      readonly role: MatterMark['role'];
      readonly place: MatterMark['place'];
      readonly isStart: boolean;
      /** Whether the words are the section's label, "Notes:". */
      readonly isLabel: boolean;
    }
  /** The words are fields that were read already. */
  | { readonly kind: 'field'; readonly reason: string }
  | { readonly kind: 'removed'; readonly reason: string }
  /** A block quote or list that only lays the page out. */
  | { readonly kind: 'unwrap' };

export type Directives = ReadonlyMap<HtmlNode, Directive>;

/** A field that a page states. */
export interface HtmlField {
  readonly key: string;
  /** The label to show, where it is not the key itself. */
  readonly label?: string;
  readonly values: readonly string[];
  readonly element: HtmlElement;
}

/** What a reader of known pages found out about one. */
export interface PageReading {
  readonly directives: Map<HtmlNode, Directive>;
  readonly fields: readonly HtmlField[];
}
