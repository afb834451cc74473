/** The contract asked from within the program, as the command line does: validated like every wire, answered by the same services. */
import type { AnyContractProcedure, ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import * as z from 'zod';
import { Refusal } from '../contract/errors.ts';
import { contract, type Contract } from '../contract/procedures.ts';
import type { Served } from '../contract/served.ts';
import { schemaProblem } from '../contract/texts/schema-problem-de.ts';
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
  throw new Refusal('input-invalid', { problem: schemaProblem(parsed.error, input, 'Eingabe') });
}

export function ask(services: Served<Asked>, hands: Hands): Asking {
  const { shell: _shell, ...subjects } = contract;
  const asking: Record<string, Record<string, (input?: unknown) => Promise<unknown>>> = {};
  for (const [subject, procedures] of Object.entries(subjects)) {
    asking[subject] = {};
    for (const [name, procedure] of Object.entries(procedures) as [string, AnyContractProcedure][]) {
      const inputSchema: unknown = procedure['~orpc'].inputSchema;
      asking[subject][name] = async (input) => {
        const service = (services as unknown as Record<string, Record<string, Service>>)[subject]?.[name];
        if (!service) throw new Error(`nobody answers ${subject}.${name}`);
        return answer(service, inputSchema, validated(inputSchema, input), undefined, hands);
      };
    }
  }
  return asking as unknown as Asking;
}
