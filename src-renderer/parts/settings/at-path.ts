/** Values in nested settings by their dotted path, such as `address.street`. Changes make copies. */
type Nested = Readonly<Record<string, unknown>>;

const isNested = (value: unknown): value is Nested =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isNested(value) ? value[key] : undefined), root);
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Bytes and kind of a picture belong together. */
const isPicture = (value: Nested): boolean => 'mimeType' in value;

/** What was changed here since `base`, put upon `theirs`; where both changed the same field, theirs stays. Lists and pictures count as one. */
export function rebased<T>(base: T, mine: T, theirs: T): T {
  if (isSame(base, mine)) return theirs;
  if (isSame(base, theirs)) return mine;
  if (!isNested(base) || !isNested(mine) || !isNested(theirs) || isPicture(base)) return theirs;
  return Object.fromEntries(
    Object.keys(theirs).map((key) => [key, rebased<unknown>(base[key], mine[key], theirs[key])]),
  ) as T;
}

export function withValueAt<T extends object>(root: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...root, [key]: value };
  const part = (root as Nested)[key];
  return { ...root, [key]: withValueAt(isNested(part) ? part : {}, rest.join('.'), value) };
}
