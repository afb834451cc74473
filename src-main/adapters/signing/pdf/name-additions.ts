/** Names for what an update brings, for people to read; whether it is harmless is judged without them. */
import type { Addition } from '../../../contract/signature/shapes.ts';
import type { Update } from '../../formats/pdf/appended-updates.ts';
import type { State } from '../../formats/pdf/document-state.ts';
import { isDict, nameOf, textOf, type Dict, type Value } from '../../formats/pdf/pdf-value.ts';

/** What an object is, by itself and by what stood under its number before; null for parts of something else that is named. */
function nameOfObject(old: Value, young: Value): Addition | null {
  if (!isDict(young)) return null;
  const type = nameOf(young.dict.get('Type'));
  const subtype = nameOf(young.dict.get('Subtype'));
  if (young.dict.has('ByteRange') && young.dict.has('Contents'))
    return type === 'DocTimeStamp' || nameOf(young.dict.get('SubFilter')) === 'ETSI.RFC3161'
      ? 'time-stamp'
      : 'signature';
  if (type === 'Page') return isDict(old) ? pageChange(old, young) : 'page';
  if (type === 'Metadata') return 'metadata';
  if (type === 'EmbeddedFile' || type === 'Filespec' || type === 'F') return 'attachment';
  if (young.dict.has('FT') || subtype === 'Widget') return fieldChange(old, young);
  if (type === 'Annot' || young.dict.has('Rect')) return 'annotation';
  if (type === 'Pages') return 'page';
  if (type === 'VRI' || type === 'DSS') return 'validation-data';
  return isDict(old) && old.isStream && young.isStream ? 'page-content' : null;
}

/** Annotations are named by themselves. */
function pageChange(old: Dict, young: Dict): Addition | null {
  const keys = ['Contents', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'Group'];
  return keys.some((key) => textOf(old.dict.get(key)) !== textOf(young.dict.get(key))) ? 'page-content' : null;
}

function fieldChange(old: Value, young: Dict): Addition | null {
  // The value of a signature field is a signature, and named as such.
  if (nameOf(young.dict.get('FT')) === 'Sig') return null;
  if (!isDict(old)) return 'form-entry';
  return textOf(old) === textOf(young) ? null : 'form-entry';
}

/** Empty where everything was written again as it was. */
export function nameAdditions(before: State, after: State, update: Update): Set<Addition> {
  const names = new Set<Addition>();
  let isChanged = false;
  for (const [number, young] of update.objects) {
    // Written again as it was; the bytes of a stream are not compared here.
    if (textOf(before.object(number)) === textOf(young) && !(isDict(young) && young.isStream)) continue;
    isChanged ||= !update.frame.has(number);
    if (number === before.root) continue;
    const name = number === before.info ? 'metadata' : nameOfObject(before.object(number), young);
    if (name !== null) names.add(name);
  }
  const [old, young] = [before.object(before.root), after.object(after.root)];
  if (isDict(old) && isDict(young)) {
    const text = (state: State, catalog: Dict, key: string): string => textOf(state.resolve(catalog.dict.get(key)));
    const changed = (key: string): boolean => text(before, old, key) !== text(after, young, key);
    if (changed('DSS')) names.add('validation-data');
    if (changed('Names') || changed('AF')) names.add('attachment');
    const known = ['DSS', 'Names', 'AF', 'AcroForm', 'Extensions', 'Metadata', 'Pages', 'StructTreeRoot', 'Version'];
    if ([...new Set([...old.dict.keys(), ...young.dict.keys()])].some((key) => !known.includes(key) && changed(key)))
      names.add('other');
  }
  if (names.size === 0 && isChanged) names.add('other');
  return names;
}
