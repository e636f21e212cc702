import type { MatterRole } from './tree.ts';

const roles: Readonly<Record<MatterRole, true>> = {
  disclaimer: true,
  acknowledgments: true,
  authorsNote: true,
  endNotes: true,
  dedication: true,
  epigraph: true,
  summary: true,
  warnings: true,
  reviewPlea: true,
  reviewReplies: true,
  feedback: true,
  translatorsNote: true,
  transcribersNote: true,
  introduction: true,
  permissions: true,
  afterword: true,
  other: true,
};

/** Every role a piece of matter can have. */
export const matterRoles: readonly MatterRole[] = Object.keys(roles).filter(isMatterRole);

export function isMatterRole(name: string): name is MatterRole {
  return Object.hasOwn(roles, name);
}
