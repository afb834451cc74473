/** What a paper that is entered by hand begins with. */
import { EMPTY_RICH_TEXT } from '../../../src-main/record/rich-text/rich-text.ts';
import type { PaperContent } from '../../../src-main/contract/paper/shapes.ts';
import { t } from '../../texts/de.ts';
import type { Choice } from '../../ui/select.tsx';

export const NEW_PAPER: PaperContent = {
  paperType: 'motion',
  reference: '',
  name: '',
  date: null,
  receivedOn: null,
  publicity: 'public',
  originators: [{ organization: '', person: '', function: '' }],
  consultations: [],
  text: EMPTY_RICH_TEXT,
};

type PaperType = PaperContent['paperType'];
const TYPE_ORDER: readonly PaperType[] = ['motion', 'inquiry', 'amendment', 'information', 'proposal', 'other'];
export const TYPES: readonly Choice<PaperType>[] = TYPE_ORDER.map((id) => ({ id, text: t.paperTypes[id] }));
