/** Was the document changed after a signature, by more than further signatures? */
import { PdfArray, PdfDict, type PDF } from '@libpdf/core';
import { isAmbiguousUpdate } from './ambiguous-update.ts';
import { isSameDocument } from './compare-revisions.ts';
import { signatureId, signatureValues } from './find-signatures.ts';
import { loadStrictly } from './open-pdf.ts';
import { arrayAt, dictAt, nameAt, resolved } from './pdf-objects.ts';
import type { Additions } from './permitted-changes.ts';

/** Fields and widgets of signatures that were found valid. */
function additionsOf(latest: PDF, valid: ReadonlySet<string>): Additions {
  const widgets = new Set<PdfDict>();
  for (const { field, signature } of signatureValues(latest)) {
    if (!valid.has(signatureId(latest, signature))) continue;
    widgets.add(field);
    for (const kid of arrayAt(latest, field, 'Kids') ?? []) {
      const dict = resolved(latest, kid);
      if (dict instanceof PdfDict) widgets.add(dict);
    }
  }
  return {
    isWidget: (dict) => widgets.has(dict),
    isElement: (dict) => {
      if (nameAt(latest, dict, 'S') !== 'Form') return false;
      const kids = resolved(latest, dict.get('K'));
      const only = kids instanceof PdfArray ? (kids.length === 1 ? resolved(latest, kids.at(0)) : null) : kids;
      const widget = only instanceof PdfDict ? dictAt(latest, only, 'Obj') : null;
      return widget !== null && widgets.has(widget);
    },
  };
}

/**
 * `until`: where the signed revision ends; `valid`: the identities of the valid signatures and document time stamps.
 * Both revisions are read strictly: what a reader has to guess at, two readers can guess differently.
 */
export async function isChangedAfter(file: Uint8Array, until: number, valid: ReadonlySet<string>): Promise<boolean> {
  try {
    if (isAmbiguousUpdate(file.subarray(until))) return true;
    const [before, after] = await Promise.all([loadStrictly(file.subarray(0, until)), loadStrictly(file)]);
    return !isSameDocument({ before, after, additions: additionsOf(after, valid) });
  } catch {
    return true;
  }
}
