import { assembleStory, type Identity, type StoryParts, type StorySettings } from '../../src/book/assembleBook.ts';
import type { Story } from '../../src/book/tree.ts';
import { createIdentity } from '../../src/compile/identity.ts';
import { readStory } from '../../src/compile/readStory.ts';

/** The identity of a build at no set moment. */
export const identity: Identity = createIdentity(null);

/** Reads a text as the story of a file. */
export function partsOf(text: string, fileName = '0001.txt'): StoryParts {
  return { ...readStory([{ path: fileName, bytes: new TextEncoder().encode(text) }]), fileName };
}

/** Reads and assembles a story in one step. */
export function storyOf(text: string, fileName?: string, settings: StorySettings = {}): Story {
  return assembleStory(partsOf(text, fileName), settings, identity).story;
}
