/** Values in nested settings by their dotted path, such as `address.street`. Changes make copies. */
type Nested = Readonly<Record<string, unknown>>;

const isNested = (value: unknown): value is Nested =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

export function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isNested(value) ? value[key] : undefined), root);
}

export function withValueAt<T extends object>(root: T, path: string, value: unknown): T {
  const [key = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...root, [key]: value };
  const part = (root as Nested)[key];
  return { ...root, [key]: withValueAt(isNested(part) ? part : {}, rest.join('.'), value) };
}
