import { expect, it } from 'vitest';
import { officeProfileSchema, PROFILE_SCHEMA } from '../../../src-main/contract/settings/office-profile.ts';
import { printedRecord } from '../../../src-main/core/statement/statement-record.ts';
import { statementContent } from '../../support/builders.ts';

const profile = (extra: object) => officeProfileSchema.parse({ schema: PROFILE_SCHEMA, bodyName: 'Auental', ...extra });
const contact = {
  ourSign: '1-2',
  clerk: 'Frau Geheim',
  room: 'A 1',
  telephone: '55-1',
  email: 'geheim@auental.example',
};

it('lets only those contact fields travel that the form prints', () => {
  const content = statementContent({ contact });
  const shown = profile({ headRows: ['identity', 'contact'], contactFields: ['room', 'telephone'] });
  expect(printedRecord('S0001/26', content, shown).contact).toEqual({
    ourSign: null,
    clerk: null,
    room: 'A 1',
    telephone: '55-1',
    email: null,
  });
});

it('lets no contact travel where the form has no place for it', () => {
  const content = statementContent({ contact });
  const hidden = profile({ headRows: ['identity'], contactFields: ['clerk', 'email'] });
  expect(JSON.stringify(printedRecord('S0001/26', content, hidden))).not.toMatch(/geheim/i);
});
