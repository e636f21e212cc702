import { matterRoles } from './matterRoles.ts';
import type { MatterRole } from './tree.ts';

/** What a book does with matter: left where it stands, moved behind the story, or left out. */
export const noteTreatments = ['keep', 'end', 'drop'] as const;
export type NoteTreatment = (typeof noteTreatments)[number];

/** One treatment for all matter, or one for each role named; a role that is not named is kept. */
export type NotesPolicy = NoteTreatment | Readonly<Partial<Record<MatterRole, NoteTreatment | undefined>>>;

/** What becomes of matter of a role. A disclaimer is dropped only where it is named: it protects whoever wrote it. */
export function treatmentOf(policy: NotesPolicy, role: MatterRole): NoteTreatment {
  if (typeof policy !== 'string') return policy[role] ?? 'keep';
  return policy === 'drop' && role === 'disclaimer' ? 'keep' : policy;
}

/** A book's policy with what one of its stories says of its own. */
export function mergePolicies(book: NotesPolicy | undefined, story: NotesPolicy | undefined): NotesPolicy {
  if (story === undefined) return book ?? 'keep';
  if (typeof story === 'string' || book === undefined || book === 'keep') return story;
  if (typeof book !== 'string') return { ...book, ...story };
  return spread(book, story);
}

function spread(all: NoteTreatment, named: Exclude<NotesPolicy, string>): Exclude<NotesPolicy, string> {
  const roles = matterRoles.map(role => [role, named[role] ?? treatmentOf(all, role)] as const);
  return Object.fromEntries(roles);
}
