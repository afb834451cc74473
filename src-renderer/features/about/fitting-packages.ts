import { fold } from '../../../src-main/base/fold.ts';
import type { PackageLicence } from '../../../src-main/contract/shell/procedures.ts';

/** Packages whose name, version or licence holds every word; the long texts are not searched. */
export function fittingPackages(packages: readonly PackageLicence[], text: string): readonly PackageLicence[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return packages.filter(({ name, version, licence }) => {
    const place = fold(`${name} ${version} ${licence}`);
    return words.every((word) => place.includes(word));
  });
}
