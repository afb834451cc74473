/**
 * What stands behind a signed revision: is it harmless for certain, and what is it? Harmless are well-formed updates that hold nothing but
 * validation data and invisible document time stamps (ETSI EN 319 142-1, 5.4); whether those stamps are trusted is judged elsewhere. Changes
 * are not compared by what they look like: what is not on the short list below counts as an addition, and is named as well as can be.
 */
import { PdfDict, type PDF } from '../../formats/pdf/library.ts';
import type { Addition } from '../../../contract/signature/shapes.ts';
import { contentEnd, readUpdates, type Update } from '../../formats/pdf/appended-updates.ts';
import { isHybrid } from '../../formats/pdf/open-pdf.ts';
import { referredTo, stateOf, type State } from '../../formats/pdf/document-state.ts';
import { nameAdditions } from './name-additions.ts';
import { requireOneReading } from '../../formats/pdf/signed-revision.ts';
import { isDict, isRef, nameOf, textOf, valueOf, type Dict, type Value } from '../../formats/pdf/pdf-value.ts';

export interface Later {
  readonly isHarmless: boolean;
  /** Ends of the updates that are document time stamps, as a byte range names them. */
  readonly stampEnds: readonly number[];
  readonly added: readonly Addition[];
}

const HARMLESS_NAMES: ReadonlySet<Addition> = new Set(['validation-data', 'time-stamp']);
const MOST_LINE_ENDS = 8;
const VALIDATION_KEYS = ['Type', 'VRI', 'Certs', 'OCSPs', 'CRLs'];
/** ETSI EN 319 142-1, 5.4.2.3. */
const VRI_KEYS = ['Type', 'Cert', 'CRL', 'OCSP', 'TU', 'TS'];
const EXTENSION_KEYS = ['Type', 'BaseVersion', 'ExtensionLevel', 'ExtensionRevision', 'URL'];
const STREAM_KEYS = ['Length', 'Filter', 'DecodeParms'];
const STAMP_FIELD_KEYS = ['Type', 'Subtype', 'FT', 'T', 'TU', 'F', 'Rect', 'P', 'V', 'MK', 'DA', 'AP'];
const STAMP_KEYS = ['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'V', 'M', 'Name', 'Prop_Build'];

const keysOf = (a: Dict, b: Dict): string[] => [...new Set([...a.dict.keys(), ...b.dict.keys()])];
const hasOnly = (dict: Dict, keys: readonly string[]): boolean =>
  [...dict.dict.keys()].every((key) => keys.includes(key));
/** Keys whose values differ as they are written; references are equal when they name the same object. */
const changedKeys = (old: Dict, young: Dict): string[] =>
  keysOf(old, young).filter((key) => textOf(old.dict.get(key)) !== textOf(young.dict.get(key)));

/** The value is, or holds, a reference. */
function leads(value: Value): boolean {
  if (Array.isArray(value)) return (value as readonly Value[]).some(leads);
  return isRef(value) || (isDict(value) && [...value.dict.values()].some(leads));
}
/** ISO 32000-1, 7.12.3; part 2 allows several of one developer. */
function isExtension(value: Value): boolean {
  if (Array.isArray(value)) return (value as readonly Value[]).every(isExtension);
  if (nameOf(value) !== null) return true;
  return isDict(value) && hasOnly(value, EXTENSION_KEYS) && !leads(value);
}
/** Bytes without anything said about them but how they are packed. */
const isBareStream = (value: Value): boolean => isDict(value) && value.isStream && hasOnly(value, STREAM_KEYS);

/** Judges one update over the state before it. */
class UpdateJudge {
  private readonly stamps = new Set<number>();
  private readonly before: State;
  private readonly after: State;
  private readonly update: Update;

  constructor(before: State, after: State, update: Update) {
    [this.before, this.after, this.update] = [before, after, update];
  }

  /** Null where something is not harmless; else whether the update is a document time stamp. */
  judge(): { readonly hasStamp: boolean } | null {
    if (this.unreached().length > 0) return null;
    const outside = referredTo(this.before, 'validation-data');
    for (const [number, value] of this.update.objects) {
      // Whatever nothing in the signed document leads to can only be reached by what is judged here.
      if (!this.isSame(number, value) && outside.has(number) && !this.mayChange(number, value)) return null;
    }
    const catalog = this.after.object(this.after.root);
    if (isDict(catalog) && !this.isValidationData(catalog.dict.get('DSS'))) return null;
    return this.stamps.size > 1 ? null : { hasStamp: this.stamps.size === 1 };
  }

  /** Certificates, answers and lists as ETSI EN 319 142-1, 5.4.2 has them, and nothing else hanging on to them. */
  private isValidationData(value: Value | undefined): boolean {
    const data = this.after.resolve(value);
    if (data === null) return true;
    if (!isDict(data) || data.isStream || !hasOnly(data, VALIDATION_KEYS)) return false;
    const uses = this.after.resolve(data.dict.get('VRI'));
    if (uses !== null && !(isDict(uses) && !uses.isStream)) return false;
    const holders = [data, ...(uses === null ? [] : [...uses.dict.values()].map((use) => this.after.resolve(use)))];
    return holders.every((holder, index) => {
      if (!isDict(holder) || holder.isStream) return false;
      if (index > 0 && !hasOnly(holder, VRI_KEYS)) return false;
      return [...holder.dict].every(([key, item]) => {
        if (key === 'VRI' || key === 'Type' || key === 'TU') return key === 'VRI' || !leads(item);
        const list = this.after.resolve(item);
        const parts = Array.isArray(list) ? (list as readonly Value[]) : [list];
        return parts.every((part) => isBareStream(this.after.resolve(part)));
      });
    });
  }

  /** Objects that nothing leads to are no validation data, but for those that say they are: signing programs leave some behind. */
  unreached(): readonly number[] {
    const { objects, frame } = this.update;
    const reached = referredTo(this.after);
    return [...objects.keys()].filter(
      (number) => !reached.has(number) && !frame.has(number) && !this.isLeftBehind(number, objects.get(number) ?? null),
    );
  }

  private isLeftBehind(number: number, value: Value): boolean {
    if (this.isSame(number, value)) return true;
    if (!isDict(value) || value.isStream) return false;
    const type = nameOf(value.dict.get('Type'));
    return (type === 'VRI' && hasOnly(value, VRI_KEYS)) || (type === 'DSS' && hasOnly(value, VALIDATION_KEYS));
  }

  private isSame(number: number, value: Value): boolean {
    return textOf(this.before.object(number)) === textOf(value) && !(isDict(value) && value.isStream);
  }

  private mayChange(number: number, value: Value): boolean {
    const old = this.before.object(number);
    if (Array.isArray(old) && Array.isArray(value)) return this.isListWithStamps(number, old, value);
    if (!isDict(old) || !isDict(value) || old.isStream || value.isStream) return false;
    if (number === this.before.root) return this.mayChangeCatalog(old, value);
    if (nameOf(old.dict.get('Type')) === 'Page') return this.mayChangePage(old, value);
    return this.isForm(number) && this.mayChangeForm(old, value);
  }

  private mayChangeCatalog(old: Dict, young: Dict): boolean {
    return changedKeys(old, young).every((key) => {
      const [before, after] = [old.dict.get(key), young.dict.get(key)];
      if (key === 'DSS') return true;
      if (key === 'Extensions') return this.onlyGains(this.before.resolve(before), this.after.resolve(after));
      if (key !== 'AcroForm') return false;
      const form = this.after.resolve(after);
      if (!isDict(form) || (isRef(before) && !isRef(after))) return false;
      return this.mayChangeForm(this.before.resolve(before), form);
    });
  }

  /** Marks of programs that they use something newer (ISO 32000-1, 7.12): names and numbers, which lead to nothing. */
  private onlyGains(old: Value, young: Value): boolean {
    if (!isDict(young) || young.isStream) return false;
    const before = isDict(old) ? old.dict : new Map<string, Value>();
    return (
      [...before].every(([key, value]) => textOf(value) === textOf(young.dict.get(key))) &&
      [...young.dict].every(([key, value]) => before.has(key) || isExtension(value))
    );
  }

  private isForm(number: number): boolean {
    const catalog = this.before.object(this.before.root);
    const form = isDict(catalog) ? catalog.dict.get('AcroForm') : null;
    return isRef(form) && form.ref === number;
  }

  private mayChangeForm(old: Value, young: Dict): boolean {
    const before = isDict(old) ? old : { dict: new Map<string, Value>(), isStream: false };
    return changedKeys(before, young).every(
      (key) => key === 'SigFlags' || (key === 'Fields' && this.listMayGrow(before.dict.get(key), young.dict.get(key))),
    );
  }

  private mayChangePage(old: Dict, young: Dict): boolean {
    return changedKeys(old, young).every((key) => {
      if (key === 'Tabs') return !old.dict.has('Tabs') && nameOf(young.dict.get('Tabs')) === 'S';
      return key === 'Annots' && this.listMayGrow(old.dict.get(key), young.dict.get(key));
    });
  }

  private listMayGrow(old: Value | undefined, young: Value | undefined): boolean {
    const [before, after] = [this.before.resolve(old), this.after.resolve(young)];
    return Array.isArray(after) && this.gainsStampsOnly(Array.isArray(before) ? before : [], after);
  }

  /** A list of its own: fields of the form, or annotations of a page. Both are named by what leads to them; growing is all they may do. */
  private isListWithStamps(number: number, old: readonly Value[], young: readonly Value[]): boolean {
    const catalog = this.before.object(this.before.root);
    const form = this.before.resolve(isDict(catalog) ? catalog.dict.get('AcroForm') : null);
    const fields = isDict(form) ? form.dict.get('Fields') : null;
    return isRef(fields) && fields.ref === number && this.gainsStampsOnly(old, young);
  }

  private gainsStampsOnly(old: readonly Value[], young: readonly Value[]): boolean {
    if (!old.every((item, index) => textOf(item) === textOf(young[index]))) return false;
    return young.slice(old.length).every((item) => isRef(item) && this.isStampField(item.ref));
  }

  /** A field of this update without any extent, whose value is a document time stamp over the file up to this update's end. */
  private isStampField(number: number): boolean {
    const field = this.update.objects.get(number);
    if (!isDict(field) || field.isStream || !hasOnly(field, STAMP_FIELD_KEYS)) return false;
    const isEmpty = nameOf(field.dict.get('FT')) === 'Sig' && this.hasNoExtent(field.dict.get('Rect'));
    const stamp = this.after.resolve(field.dict.get('V'));
    if (!isEmpty || !isDict(stamp) || !hasOnly(stamp, STAMP_KEYS)) return false;
    const range = stamp.dict.get('ByteRange');
    const [, , from, length] = Array.isArray(range) ? (range as readonly Value[]) : [];
    const coversUpdate = typeof from === 'number' && typeof length === 'number' && from + length >= this.update.end;
    if (nameOf(stamp.dict.get('SubFilter')) !== 'ETSI.RFC3161' || !coversUpdate) return false;
    this.stamps.add(number);
    return true;
  }

  private hasNoExtent(value: Value | undefined): boolean {
    const rect = this.after.resolve(value);
    if (!Array.isArray(rect) || rect.length !== 4) return false;
    const [left, bottom, right, top] = rect as readonly Value[];
    return rect.every((side) => typeof side === 'number') && (left === right || bottom === top);
  }
}

/** A line end behind the signed part is no content; more white space can keep readers from finding the end of the file. */
export const coversToTheEnd = (file: Uint8Array, until: number): boolean =>
  until >= file.length || (contentEnd(file) <= until && file.length - until <= MOST_LINE_ENDS);

/** `before`: the signed revision, which ends at `until`. Never throws. */
export function laterAdditions(file: Uint8Array, until: number, before: PDF): Later {
  if (coversToTheEnd(file, until)) return { isHarmless: true, stampEnds: [], added: [] };
  try {
    const { trailer: old } = before.context.info;
    const trailer = valueOf(old instanceof PdfDict ? old : null);
    if (!isDict(trailer) || trailer.dict.has('Encrypt')) throw new Error('no trailer to compare with');
    const [root, info] = [trailer.dict.get('Root'), trailer.dict.get('Info')];
    if (!isRef(root)) throw new Error('no root');
    if (isHybrid(file)) throw new Error('two tables, which readers weigh differently');
    requireOneReading(Buffer.from(file.buffer, file.byteOffset, until).toString('latin1'), contentEnd(file, until));
    const laid = new Map<number, Value>();
    let isHarmless = true;
    const stampEnds: number[] = [];
    const added = new Set<Addition>();
    for (const update of readUpdates(file, { until, trailer })) {
      const states = [new Map(laid), laid] as const;
      for (const [number, value] of update.objects) laid.set(number, value);
      const [earlier, later] = states.map((objects) => stateOf(before, objects, root, isRef(info) ? info : null));
      if (!earlier || !later) throw new Error('no states');
      const judge = new UpdateJudge(earlier, later, update);
      const judged = judge.judge();
      if (judge.unreached().length > 0) added.add('other');
      if (judged === null) isHarmless = false;
      else if (judged.hasStamp) stampEnds.push(update.end);
      for (const name of nameAdditions(earlier, later, update)) added.add(name);
    }
    // Something is not harmless, and names that are do not say so.
    if (!isHarmless && [...added].every((name) => HARMLESS_NAMES.has(name))) added.add('other');
    return { isHarmless, stampEnds, added: [...added] };
  } catch {
    return { isHarmless: false, stampEnds: [], added: ['unrecognised'] };
  }
}
