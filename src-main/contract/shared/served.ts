/**
 * What the contract asks of the services: `Served<Contract>` is the shape of the application it needs. The rules are few, so that a
 * procedure is served without a line of its own:
 * - a procedure without input is called with the call alone, any other with its input and the call;
 * - an input of one field is passed as that field;
 * - a handed-over file arrives as its bytes (`StoppableFile` in place of `handle`), the name of a reading as the call's signal;
 * - instead of a delivery a service answers `Documents`, instead of `{ done: true }` nothing.
 */
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { Documents, StopSignal, StoppableFile } from '../document/delivery.ts';

/** What one call brings besides its input. */
export interface Call {
  /** Ends the call: the window went away, or whoever waits for a reading has had enough. */
  readonly signal?: StopSignal;
}

/** The name of the only field of an object, never where there are more or none. */
type OnlyKey<Input> = { [Key in keyof Input]-?: Exclude<keyof Input, Key> extends never ? Key : never }[keyof Input];

type Unwrapped<Input> = Input extends readonly unknown[]
  ? Input
  : [OnlyKey<Input>] extends [never]
    ? Input
    : Input[OnlyKey<Input>];

type Given<Input> = Input extends { readonly handle: string; readonly fileName: string }
  ? Omit<Input, 'handle' | 'fileName'> & StoppableFile
  : 'reading' extends keyof Input
    ? Omit<Input, 'reading'>
    : Input;

type Arguments<Input> = unknown extends Input ? [call: Call] : [input: Unwrapped<Given<Input>>, call: Call];

type Service<Input, Output> = [Output] extends [{ done: true }]
  ? ((...args: Arguments<Input>) => void) | ((...args: Arguments<Input>) => Promise<void>)
  : (...args: Arguments<Input>) => Promise<Output | Documents<Output>> | Output | Documents<Output>;

/** The services that answer a contract, subject by subject. */
export type Served<Contract> = {
  readonly [Key in keyof Contract]: Contract[Key] extends ContractProcedure<
    infer Input,
    infer Output,
    infer _Errors,
    infer _Meta
  >
    ? Service<InferSchemaOutput<Input>, InferSchemaInput<Output>>
    : Served<Contract[Key]>;
};
