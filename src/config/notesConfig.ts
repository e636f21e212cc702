import * as v from 'valibot';
import { matterRoles } from '../book/matterRoles.ts';
import { noteTreatments } from '../book/notesPolicy.ts';
import { mapOf } from '../data/mapOf.ts';

const treatment = v.picklist(noteTreatments, 'must be keep, end or drop');

const byRole = mapOf(
  Object.fromEntries(matterRoles.map(role => [role, v.optional(treatment)])),
  'must be keep, end or drop, or a map of roles',
);

/** `notes: end`, or `notes: { disclaimer: end, reviewPlea: drop }`. */
export const notesPolicy = v.lazy(value => (typeof value === 'string' ? treatment : byRole));
