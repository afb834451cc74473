/** Sets up the office of an empty data folder: one's own with neutral beginnings, or the invented example office with papers. */
import { notAnswered } from '../../contract/point/open-points.ts';
import { NO_FURTHER } from '../../record/statement-fields.ts';
import type { Consultation } from '../../record/basics.ts';
import { Refusal } from '../../contract/shared/errors.ts';
import type { OfficeProfile } from '../../contract/settings/office-profile.ts';
import { organizationContentSchema, personContentSchema } from '../../contract/settings/shapes.ts';
import type { DraftConsultation } from '../../contract/statement/shapes.ts';
import { splitName } from '../../base/person-name.ts';
import { dayOf, parseMeetingStart } from '../../base/meeting-start.ts';
import { requireReference, takeNumber } from '../number/give-number.ts';
import { formatReference } from '../paper/paper-reference.ts';
import type { Paper } from '../paper/paper.ts';
import type { Ports, WriteStores } from '../ports/ports.ts';
import { withIds } from '../../record/rich-text/block-ids.ts';
import { richTextFromPlain } from '../rich-text/from-plain.ts';
import { hingeFor } from '../statement/new-statement.ts';
import { writeStatement } from '../statement/save-statement.ts';
import { cleanContent } from '../statement/statement-content.ts';
import { exampleOfficeSchema, type ExampleOffice } from './example-office.ts';
import { builtInProfile } from '../office/office-service.ts';

async function requireNoOffice(stores: WriteStores, folder: string): Promise<void> {
  if (await stores.office.get()) throw new Refusal('office-exists', { folder });
}

export async function setUpOwnOffice(ports: Ports, bodyName: string): Promise<void> {
  await ports.database.write(async (stores) => {
    await requireNoOffice(stores, ports.dataFolder);
    await stores.office.put({ kind: 'own', profileJson: JSON.stringify(builtInProfile(bodyName)) });
    await stores.log.append({ action: 'office-set-up', entity: 'office', entityId: 'own', revision: null });
  });
}

function rows(consultations: readonly Consultation[], newId: () => string): DraftConsultation[] {
  return consultations.map((row) => ({ ...row, id: newId(), publicity: 'public' }));
}

async function enterDirectory(stores: WriteStores, example: ExampleOffice, newId: () => string): Promise<void> {
  const ids = new Map<string, string>();
  for (const organization of example.organizations) {
    const id = newId();
    ids.set(organization.name, id);
    await stores.directory.putOrganization({ id, ...organizationContentSchema.parse(organization) });
  }
  for (const person of example.persons) {
    const memberships = person.memberships.map(({ organization, ...membership }) => {
      const organizationId = ids.get(organization);
      if (organizationId === undefined) throw new Error(`example office: unknown organization ${organization}`);
      return { id: newId(), organizationId, ...membership };
    });
    const content = personContentSchema.parse({ ...person, ...splitName(person.name), memberships });
    await stores.directory.putPerson({ ...content, id: newId() });
  }
}

async function enterMeetings(stores: WriteStores, example: ExampleOffice, newId: () => string): Promise<void> {
  const known = await stores.directory.organizations();
  for (const { organization, start, location, state } of example.meetings) {
    const body = known.find(({ name }) => name === organization);
    if (!body || parseMeetingStart(start, dayOf(start)) !== start)
      throw new Error(`example office: meeting ${organization} ${start}`);
    await stores.meetings.save({ id: newId(), organizationId: body.id, start, location, state });
  }
}

async function enterPapers(
  stores: WriteStores,
  example: ExampleOffice,
  ports: Ports,
  profile: OfficeProfile,
): Promise<Map<string, Paper>> {
  const papers = new Map<string, Paper>();
  const patterns = profile.numberPatterns;
  for (const entry of example.papers) {
    const id = ports.newId();
    const number = requireReference(entry.reference, patterns);
    await takeNumber(stores, number, id, patterns);
    const paper: Paper = {
      id,
      paperType: entry.paperType,
      class: number.class,
      reference: formatReference(number, patterns),
      originalReference: null,
      year: number.year,
      name: entry.name,
      date: entry.date,
      publicity: entry.publicity,
      leadUnit: '',
      originators: entry.originators,
      printedOriginators: '',
      consultations: rows(entry.consultations, ports.newId),
      text: withIds(richTextFromPlain(entry.text, patterns), ports.newId),
      revision: 1,
      updatedAt: ports.clock.now(),
    };
    await stores.papers.save(paper);
    papers.set(entry.reference, paper);
  }
  return papers;
}

async function enterStatements(
  stores: WriteStores,
  example: ExampleOffice,
  ports: Ports,
  papers: ReadonlyMap<string, Paper>,
): Promise<void> {
  const { profile } = example;
  const patterns = profile.numberPatterns;
  for (const entry of example.statements) {
    const id = ports.newId();
    const number = entry.reference === null ? null : requireReference(entry.reference, patterns);
    if (number) await takeNumber(stores, number, id, patterns);
    const answered = entry.answers.map((reference) => {
      const paper = papers.get(reference);
      if (!paper) throw new Error(`example office: unknown paper ${reference}`);
      return paper;
    });
    const [first] = answered;
    const quotation = first?.text ?? { type: 'doc' as const, content: [] };
    const content = cleanContent(
      {
        ...NO_FURTHER,
        receivedOn: null,
        ...entry,
        bodyName: profile.bodyName,
        answers: answered.map((paper) => ({
          reference: paper.reference ?? '',
          paperType: paper.paperType,
          originators: [...paper.originators],
          printedOriginators: '',
        })),
        consultations: rows(entry.consultations, ports.newId),
        quotation,
        hinge: first ? hingeFor(first, profile) : '',
      },
      ports.newId,
    );
    await writeStatement(
      stores,
      {
        id,
        reference: number && formatReference(number, patterns),
        originalReference: null,
        revision: 1,
        content,
        state: 'draft',
        edition: 1,
        quotationSource: first?.reference ?? null,
        quotationLocked: true,
        action: 'statement-created',
        answeredText: quotation,
      },
      { now: ports.clock.now(), newId: ports.newId, patterns },
    );
    for (const { id: paperId } of answered)
      for (const point of (await stores.points.of(paperId))?.points ?? []) {
        const position = entry.positions[point.label];
        if (position) await stores.points.putAnswer(id, { ...notAnswered(point.id), position }, ports.clock.now());
      }
  }
}

export async function setUpExampleOffice(ports: Ports): Promise<void> {
  const example = exampleOfficeSchema.parse(await ports.exampleOffice());
  await ports.database.write(async (stores) => {
    await requireNoOffice(stores, ports.dataFolder);
    await stores.office.put({ kind: 'example', profileJson: JSON.stringify(example.profile) });
    await enterDirectory(stores, example, ports.newId);
    await enterMeetings(stores, example, ports.newId);
    const papers = await enterPapers(stores, example, ports, example.profile);
    await enterStatements(stores, example, ports, papers);
    await stores.log.append({ action: 'office-set-up', entity: 'office', entityId: 'example', revision: null });
  });
}
