import type { DiskCache } from '../cache/diskCache.ts';
import { examineJob } from './examineJob.ts';
import { keepBooks } from './selectBooks.ts';
import type { ShelfPlan } from './shelfPlan.ts';

/** The books of a plan that are not as they would be built, and those that cannot be. */
export async function takeChanged(plan: ShelfPlan, cache: DiskCache | null): Promise<ShelfPlan> {
  const unchanged = new Set<string>();
  for (const job of plan.jobs) if ((await examineJob(job, cache)).standing === 'unchanged') unchanged.add(job.id);
  return keepBooks(plan, id => !unchanged.has(id));
}
