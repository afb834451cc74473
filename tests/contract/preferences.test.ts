import { expect, it } from 'vitest';
import { preferencesPartSchema } from '../../src-main/contract/settings/shapes.ts';

it('a change of one preference names that one only', () => {
  expect(preferencesPartSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
});
