/** Compares two revisions as graphs of objects, from their trailers on: what cannot be reached does not count. */
import {
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfRef,
  PdfStream,
  PdfString,
  type PDF,
  type PdfObject,
} from '@libpdf/core';
import { dictAt, nameAt, numberTree, resolved } from './pdf-objects.ts';
import { mayBeMissing, mayGrow, ruleOf, steadyMetadata, type Additions, type Place } from './permitted-changes.ts';

interface Pair {
  readonly before: PdfObject | null | undefined;
  readonly after: PdfObject | null | undefined;
  readonly place: Place;
}

/** A document with more objects than this is not compared, and counts as changed. */
const MOST_PAIRS = 3_000_000;
const LARGEST_METADATA = 4 * 1024 * 1024;

export interface Revisions {
  readonly before: PDF;
  readonly after: PDF;
  readonly additions: Additions;
}

function sameValue(before: PdfObject, after: PdfObject): boolean {
  if (before instanceof PdfString && after instanceof PdfString) return Buffer.compare(before.bytes, after.bytes) === 0;
  if (before instanceof PdfNumber && after instanceof PdfNumber) return before.value === after.value;
  if (before instanceof PdfName && after instanceof PdfName) return before.value === after.value;
  if (before instanceof PdfBool && after instanceof PdfBool) return before.value === after.value;
  return false;
}

/** Some places show themselves by what stands in them. */
function placeOf({ before, after, additions }: Revisions, place: Place, old: PdfDict, field: PdfDict): Place {
  if (place !== 'anything') return place;
  const type = nameAt(before, old, 'Type');
  if (type === 'Page') return 'page';
  if (type === 'StructTreeRoot') return 'structure';
  // The type is optional here; role and parent are not (ISO 32000-1, table 323).
  if (type === 'StructElem' || (type === null && nameAt(before, old, 'S') && dictAt(before, old, 'P')))
    return 'element';
  const wasEmpty = nameAt(before, old, 'FT') === 'Sig' && resolved(before, old.get('V')) === null;
  return wasEmpty && dictAt(after, field, 'V') !== null && additions.isWidget(field) ? 'empty-signature-field' : place;
}

const isSameStream = (before: PdfStream, after: PdfStream): boolean => Buffer.compare(before.data, after.data) === 0;

function isSameMetadata(before: PdfStream, after: PdfStream): boolean {
  if (isSameStream(before, after)) return true;
  const streams = [before, after];
  if (streams.some((stream) => stream.data.length > LARGEST_METADATA || stream.has('Filter'))) return false;
  const [old, young] = streams.map((stream) => steadyMetadata(new TextDecoder().decode(stream.data)));
  return old === young;
}

/** Elements and leaves of the structure tree may stand alone, without an array around them. */
function listOf(object: PdfObject | null): readonly PdfObject[] {
  if (object === null) return [];
  return object instanceof PdfArray ? object.toArray() : [object];
}

/** The pairs that remain to be compared; null when there is a change here already. */
function compare(revisions: Revisions, pair: Pair): readonly Pair[] | null {
  const { before, after } = revisions;
  let old = resolved(before, pair.before);
  let young = resolved(after, pair.after);
  const { place } = pair;
  if (mayGrow(place)) return compareLists(revisions, listOf(old), listOf(young), place);
  if (mayBeMissing(place)) {
    old ??= new PdfDict();
    young ??= new PdfDict();
  }
  if (old === null || young === null) return old === young ? [] : null;
  if (old.type !== young.type) return null;
  if (old instanceof PdfArray && young instanceof PdfArray) {
    const list = young;
    if (old.length !== list.length) return null;
    return old.toArray().map((item, index) => ({ before: item, after: list.at(index), place: 'anything' as const }));
  }
  if (!(old instanceof PdfDict) || !(young instanceof PdfDict)) return sameValue(old, young) ? [] : null;
  if (place === 'parent-tree') return compareTrees(revisions, old, young);
  if (old instanceof PdfStream && young instanceof PdfStream) {
    if (!(place === 'metadata' ? isSameMetadata(old, young) : isSameStream(old, young))) return null;
  }
  const rule = ruleOf(placeOf(revisions, place, old, young));
  const pairs: Pair[] = [];
  const keys = new Set([...old.keys(), ...young.keys()].map((key) => key.value));
  // The data were compared; a length may be written directly or as a reference.
  if (old instanceof PdfStream) keys.delete('Length');
  for (const key of keys) {
    if (rule.free.includes(key) || (rule.mayAppear.includes(key) && !old.has(key))) continue;
    pairs.push({ before: old.get(key), after: young.get(key), place: rule.places[key] ?? 'anything' });
  }
  return pairs;
}

function compareLists(
  { after, additions }: Revisions,
  old: readonly PdfObject[],
  young: readonly PdfObject[],
  place: Place,
): readonly Pair[] | null {
  if (young.length < old.length) return null;
  const isPermitted = (object: PdfObject): boolean => {
    const dict = resolved(after, object);
    if (!(dict instanceof PdfDict)) return false;
    return place === 'elements' ? additions.isElement(dict) : additions.isWidget(dict);
  };
  if (!young.slice(old.length).every(isPermitted)) return null;
  return old.map((item, index) => ({ before: item, after: young[index], place: 'anything' as const }));
}

function compareTrees({ before, after, additions }: Revisions, old: PdfDict, young: PdfDict): readonly Pair[] | null {
  const oldEntries = numberTree(before, old);
  const entries = numberTree(after, young);
  for (const [key, value] of entries) {
    if (oldEntries.has(key)) continue;
    const dict = resolved(after, value);
    if (!(dict instanceof PdfDict) || !additions.isElement(dict)) return null;
  }
  return [...oldEntries].map(([key, value]) => ({
    before: value,
    after: entries.get(key),
    place: 'anything' as const,
  }));
}

/** True when the later revision holds the same document, apart from the permitted additions. */
export function isSameDocument(revisions: Revisions): boolean {
  const [old, young] = [revisions.before.context.info.trailer, revisions.after.context.info.trailer];
  const open: Pair[] = [
    { before: old.get('Root'), after: young.get('Root'), place: 'catalog' },
    { before: old.get('Info'), after: young.get('Info'), place: 'information' },
    { before: old.get('Encrypt'), after: young.get('Encrypt'), place: 'anything' },
  ];
  const seen = new Set<string>();
  let count = 0;
  for (let pair = open.pop(); pair; pair = open.pop()) {
    if ((count += 1) > MOST_PAIRS) return false;
    if (pair.before instanceof PdfRef && pair.after instanceof PdfRef) {
      const key = `${pair.before.toString()}|${pair.after.toString()}|${pair.place}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    const more = compare(revisions, pair);
    if (more === null) return false;
    for (const next of more) open.push(next);
  }
  return true;
}
