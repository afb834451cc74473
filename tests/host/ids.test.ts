import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idSchema } from '../../src-main/record/basics.ts';
import { uuidv7 } from '../../src-main/host/ids.ts';

const anyInstant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('ids', () => {
  it('are valid UUIDs of version 7', () => {
    fc.assert(
      fc.property(anyInstant, (now) => {
        expect(uuidv7(now)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(idSchema.safeParse(uuidv7(now)).success).toBe(true);
      }),
    );
  });

  it('sort by the millisecond they were made in', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (a, b) => {
        fc.pre(a < b);
        expect(uuidv7(a) < uuidv7(b)).toBe(true);
      }),
    );
  });

  it('hold the instant in their first twelve digits', () => {
    expect(uuidv7(0x0123456789ab).replaceAll('-', '').slice(0, 12)).toBe('0123456789ab');
  });

  it('never repeat within one millisecond', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(1))).size).toBe(10_000);
  });
});
