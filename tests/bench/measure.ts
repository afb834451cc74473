/** Timing helpers: medians, because single runs on a shared machine say little. All times in milliseconds. */

export async function times(rounds: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  const result: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    result.push(performance.now() - start);
  }
  return result;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export interface Row {
  readonly name: string;
  readonly medianMs: number;
  readonly p95Ms: number;
}

export const row = (name: string, values: readonly number[]): Row => ({
  name,
  medianMs: Math.round(median(values) * 10) / 10,
  p95Ms: Math.round(quantile(values, 0.95) * 10) / 10,
});
