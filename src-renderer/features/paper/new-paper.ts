/** What a paper that is entered by hand begins with. */
import { EMPTY_RICH_TEXT } from '../../../src-main/contract/rich-text.ts';
import type { PaperContent } from '../../../src-main/contract/statement.ts';

export const NEW_PAPER: PaperContent = {
  paperType: 'motion',
  reference: '',
  name: '',
  date: null,
  publicity: 'public',
  originators: [{ organization: '', person: '', function: '' }],
  consultations: [],
  text: EMPTY_RICH_TEXT,
};
