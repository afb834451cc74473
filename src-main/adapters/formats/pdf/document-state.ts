/** A document as a map of numbered objects: a signed revision with the updates laid over it so far. */
import { PdfRef, type PDF } from './library.ts';
import { isDict, isRef, valueOf, type Ref, type Value } from './pdf-value.ts';

export interface State {
  object(ref: number): Value;
  resolve(value: Value | undefined): Value;
  readonly root: number;
  readonly info: number | null;
}

/** A document with more objects than this is not looked through. */
const MOST_OBJECTS = 2_000_000;

export function stateOf(before: PDF, laid: ReadonlyMap<number, Value>, root: Ref, info: Ref | null): State {
  const object = (ref: number): Value => {
    const own = laid.get(ref);
    return own !== undefined || laid.has(ref) ? (own ?? null) : valueOf(before.getObject(PdfRef.of(ref, 0)));
  };
  const resolve = (value: Value | undefined): Value => {
    let found = value ?? null;
    for (let step = 0; isRef(found) && step < 16; step += 1) found = object(found.ref);
    return isRef(found) ? null : found;
  };
  return { object, resolve, root: root.ref, info: info?.ref ?? null };
}

/**
 * Numbers of all objects that the document refers to, there or not; with `but` of its validation data, without what only those lead to.
 * Throws where the document is too large, or uses numbers anew.
 */
export function referredTo(state: State, but?: 'validation-data'): ReadonlySet<number> {
  const found = new Set<number>([state.root, ...(state.info === null ? [] : [state.info])]);
  const open = [...found];
  const walk = (value: Value, skip: string | null): void => {
    if (isRef(value)) {
      // Numbers that were used anew are rare, and readers differ on them.
      if (value.generation !== 0) throw new Error('an object of a later generation');
      if (!found.has(value.ref)) {
        found.add(value.ref);
        open.push(value.ref);
      }
    } else if (isDict(value)) {
      for (const [key, item] of value.dict) if (key !== skip) walk(item, null);
    } else if (Array.isArray(value)) {
      for (const item of value as readonly Value[]) walk(item, null);
    }
  };
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.size > MOST_OBJECTS) throw new Error('too many objects');
    walk(state.object(next), but !== undefined && next === state.root ? 'DSS' : null);
  }
  return found;
}
