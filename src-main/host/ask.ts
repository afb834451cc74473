/** The contract asked from within the program, as the command line does: validated like every wire, answered by the same services. */
import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import * as z from 'zod';
import { Refusal } from '../contract/shared/errors.ts';
import type { Contract } from '../contract/procedures.ts';
import type { Served } from '../contract/shared/served.ts';
import { inputNames, schemaProblem } from '../contract/shared/schema-problem-de.ts';
import { answer, type Hands, type Service } from './answer.ts';

type Asked = Omit<Contract, 'shell'>;

/** Every procedure as a function of its input; refuses with `input-invalid` where the contract does not take it. */
export type Asking<Each = Asked> = {
  readonly [Key in keyof Each]: Each[Key] extends ContractProcedure<
    infer Input,
    infer Output,
    infer _Errors,
    infer _Meta
  >
    ? unknown extends InferSchemaInput<Input>
      ? () => Promise<InferSchemaOutput<Output>>
      : (input: InferSchemaInput<Input>) => Promise<InferSchemaOutput<Output>>
    : Asking<Each[Key]>;
};

function validated(schema: unknown, input: unknown): unknown {
  if (!(schema instanceof z.ZodType)) return undefined;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Refusal('input-invalid', { problem: schemaProblem(parsed.error, input, 'Eingabe', inputNames) });
}

/** A command needs few subjects, and building the procedures of all takes longer than most commands do. */
const SUBJECTS: { readonly [Subject in keyof Asked]: () => Promise<Asked[Subject]> } = {
  system: async () => (await import('../contract/system/procedures.ts')).systemContract,
  papers: async () => (await import('../contract/paper/procedures.ts')).paperContract,
  imports: async () => (await import('../contract/import/procedures.ts')).importContract,
  statements: async () => (await import('../contract/statement/procedures.ts')).statementContract,
  versions: async () => (await import('../contract/version/procedures.ts')).versionContract,
  comments: async () => (await import('../contract/comment/procedures.ts')).commentContract,
  modules: async () => (await import('../contract/module/procedures.ts')).moduleContract,
  points: async () => (await import('../contract/point/procedures.ts')).pointContract,
  proposals: async () => (await import('../contract/proposal/procedures.ts')).proposalContract,
  bin: async () => (await import('../contract/bin/procedures.ts')).binContract,
  numbers: async () => (await import('../contract/number/procedures.ts')).numberContract,
  documents: async () => (await import('../contract/document/procedures.ts')).documentContract,
  letters: async () => (await import('../contract/letter/procedures.ts')).letterContract,
  serialLetters: async () => (await import('../contract/letter/procedures.ts')).serialLetterContract,
  attachments: async () => (await import('../contract/attachment/procedures.ts')).attachmentContract,
  backup: async () => (await import('../contract/backup/procedures.ts')).backupContract,
  settings: async () => (await import('../contract/settings/procedures.ts')).settingsContract,
  setupImports: async () => (await import('../contract/settings/procedures.ts')).setupImportContract,
  issues: async () => (await import('../contract/issue/procedures.ts')).issueContract,
  releases: async () => (await import('../contract/release/procedures.ts')).releaseContract,
  meetings: async () => (await import('../contract/meeting/procedures.ts')).meetingContract,
  signatures: async () => (await import('../contract/signature/procedures.ts')).signatureContract,
  redactions: async () => (await import('../contract/redaction/procedures.ts')).redactionContract,
  distribution: async () => (await import('../contract/distribution/procedures.ts')).distributionContract,
  dispatch: async () => (await import('../contract/dispatch/procedures.ts')).dispatchContract,
  unfinished: async () => (await import('../contract/unfinished/procedures.ts')).unfinishedContract,
};

type Table<Each> = Readonly<Record<string, Readonly<Record<string, Each>>>>;

export function ask(services: Served<Asked>, hands: Hands): Asking {
  const asking = (subject: keyof Asked, name: string) => async (input?: unknown) => {
    const procedures = (await SUBJECTS[subject]()) as unknown as Readonly<Record<string, AnyContractProcedure>>;
    const service = (services as unknown as Table<Service>)[subject]?.[name];
    const schema: unknown = procedures[name]?.['~orpc'].inputSchema;
    if (!service) throw new Error(`nobody answers ${subject}.${name}`);
    return answer(service, schema, validated(schema, input), undefined, hands);
  };
  const subjects = Object.keys(SUBJECTS) as (keyof Asked)[];
  return Object.fromEntries(
    subjects.map((subject) => [
      subject,
      new Proxy({}, { get: (_none, name) => (typeof name === 'string' ? asking(subject, name) : undefined) }),
    ]),
  ) as Asking;
}
