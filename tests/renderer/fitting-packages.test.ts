import { expect, it } from 'vitest';
import { fittingPackages } from '../../src-renderer/features/about/fitting-packages.ts';

const packages = [
  { name: 'zod', version: '4.6.7', licence: 'MIT', text: 'Apache' },
  { name: '@kern-ux/native', version: '2.7.2', licence: 'EUPL-1.2', text: '' },
];
const names = (text: string): string[] => fittingPackages(packages, text).map(({ name }) => name);

it('finds packages by every word in name, version or licence, not in the text', () => {
  expect(names('')).toEqual(['zod', '@kern-ux/native']);
  expect(names(' ZOD mit ')).toEqual(['zod']);
  expect(names('eupl')).toEqual(['@kern-ux/native']);
  expect(names('apache')).toEqual([]);
});
