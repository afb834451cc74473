/** Seconds the processor works for this process: the machine may have more to do than a test, a clock on the wall would count that, too. */
export async function workSeconds(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000_000;
}
