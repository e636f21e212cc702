import { isMatterRole, matterRoles } from '../book/matterRoles.ts';
import { noteTreatments, type NoteTreatment, type NotesPolicy } from '../book/notesPolicy.ts';
import { CompileError } from '../diagnostics/compileError.ts';
import { nearestWord } from '../text/nearestWord.ts';

/**
 * Reads `--notes`: `end`, or `disclaimer=end,reviewPlea=drop`.
 * @throws CompileError `config/usage`.
 */
export function readNotes(value: string | undefined): NotesPolicy | undefined {
  if (value === undefined) return undefined;
  const whole = value.trim();
  if (isTreatment(whole)) return whole;
  const policy: Partial<Record<string, NoteTreatment>> = {};
  for (const part of whole.split(',').map(each => each.trim())) {
    const [role = '', treatment = ''] = part.split('=').map(each => each.trim());
    if (!isTreatment(treatment)) {
      throw new CompileError('config/usage', `--notes has "${part}"; keep, end or drop was expected.`, {
        hint: 'Write it like --notes end, or --notes disclaimer=end,reviewPlea=drop.',
      });
    }
    if (!isMatterRole(role)) {
      const nearest = nearestWord(role, matterRoles);
      throw new CompileError('config/usage', `--notes has no kind of note "${role}".`, {
        hint: `${nearest === null ? '' : `Did you mean "${nearest}"? `}The kinds are ${matterRoles.join(', ')}.`,
      });
    }
    policy[role] = treatment;
  }
  return policy;
}

function isTreatment(value: string): value is NoteTreatment {
  return noteTreatments.some(treatment => treatment === value);
}
