/**
 * What a later revision may change without counting as a change of the document: what further signatures, time stamps and their
 * validation data bring along (ISO 32000-2, 12.8.2.2.2; ETSI EN 319 142-1, 5.4). Everything else is a change, form entries included.
 */
import type { PdfDict } from '@libpdf/core';
import { assertNever } from '../../core/assert-never.ts';

/** What a place in the document is, as far as places differ in what they may gain. */
export type Place =
  | 'anything'
  | 'catalog'
  | 'form'
  | 'fields'
  | 'page'
  | 'annotations'
  | 'structure'
  | 'element'
  | 'elements'
  | 'parent-tree'
  | 'empty-signature-field'
  | 'information'
  | 'metadata';

export interface DictionaryRule {
  /** May come, go and change. */
  readonly free: readonly string[];
  /** May come where it was missing. */
  readonly mayAppear: readonly string[];
  readonly places: Readonly<Record<string, Place>>;
}

const NOTHING: DictionaryRule = { free: [], mayAppear: [], places: {} };

export function ruleOf(place: Place): DictionaryRule {
  switch (place) {
    case 'catalog':
      // Validation data, and the marks of programs that they wrote something newer: nothing one could see.
      return {
        free: ['DSS', 'Extensions', 'Version'],
        mayAppear: [],
        places: { AcroForm: 'form', StructTreeRoot: 'structure', Metadata: 'metadata' },
      };
    case 'form':
      return { free: ['SigFlags'], mayAppear: ['DR', 'DA'], places: { Fields: 'fields' } };
    case 'page':
      return { free: [], mayAppear: ['Tabs'], places: { Annots: 'annotations' } };
    case 'structure':
      return { free: ['ParentTreeNextKey'], mayAppear: [], places: { K: 'elements', ParentTree: 'parent-tree' } };
    case 'element':
      return { free: [], mayAppear: [], places: { K: 'elements' } };
    case 'empty-signature-field':
      return { free: ['V', 'AP', 'M', 'MK', 'F'], mayAppear: [], places: {} };
    case 'information':
      return { free: ['ModDate'], mayAppear: [], places: {} };
    case 'anything':
    case 'fields':
    case 'annotations':
    case 'elements':
    case 'parent-tree':
    case 'metadata':
      return NOTHING;
    default:
      return assertNever(place);
  }
}

/** Lists that may grow at their end. */
export const mayGrow = (place: Place): boolean => place === 'fields' || place === 'annotations' || place === 'elements';

/** Places where nothing at all is the same as an empty list or dictionary. */
export const mayBeMissing = (place: Place): boolean => mayGrow(place) || place === 'form';

export interface Additions {
  /** A field or widget of a valid further signature. */
  isWidget(dict: PdfDict): boolean;
  /** A structure element that holds nothing but such a widget. */
  isElement(dict: PdfDict): boolean;
}

const CHANGING_MARKS =
  /<(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID)>[^<]*<\/\1>|(xmp:ModifyDate|xmp:MetadataDate|xmpMM:InstanceID)="[^"]*"/g;

/** XMP without the marks that programs renew with every update. */
export const steadyMetadata = (xmp: string): string => xmp.replaceAll(CHANGING_MARKS, '').replaceAll(/\s+/g, ' ');
