/** Reads what is kept for good, or refuses in a sentence: never with less than stands there. */
import { type KeptForm, readForm, type Reading } from '../../record/kept-form.ts';
import { Refusal } from './errors.ts';
import { schemaProblem, unknownPlaces } from './schema-problem-de.ts';

export const newerRefusal = (what: string, places: readonly string[]): Refusal =>
  new Refusal('kept-newer', { what, places: unknownPlaces(places) });

function parsed(json: string, what: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Refusal('kept-broken', { what, problem: 'kein gültiges JSON' }, { cause });
  }
}

function valueOf<T>(reading: Reading<T>, what: string): T {
  if (reading.kind === 'read') return reading.value;
  if (reading.kind === 'newer') throw newerRefusal(what, reading.places);
  throw new Refusal('kept-broken', { what, problem: schemaProblem(reading.error, reading.value, 'Inhalt') });
}

/** `what` as in `keptThings`; `version` where a column says it. Refuses with `kept-newer`, `kept-broken`. */
export const readKept = <T>(form: KeptForm<T>, json: string, what: string, version?: number): T =>
  valueOf(readForm(form, parsed(json, what), version), what);
