/** The processor's time that work takes, in milliseconds: a shared machine makes the clock's longer, not this. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
