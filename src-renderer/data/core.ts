/** The core as the window sees it: typed calls, cached queries, errors as codes with sentences. */
import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { onlineManager, QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '../../src-main/contract/shared/errors.ts';
import type { Contract } from '../../src-main/contract/procedures.ts';
import { sentenceFor } from '../../src-main/contract/shared/errors-de.ts';
import { t } from '../texts/de.ts';
import { HandOverFailed } from './handed-files.ts';
import { watchedReadings } from './readings.ts';
import type { Connection } from './wire.ts';

export type Client = ContractRouterClient<Contract>;

export interface Core {
  readonly client: Client;
  readonly queries: ReturnType<typeof createTanstackQueryUtils<Client>>;
  readonly connection: Connection;
}

export function createCore(connection: Connection): Core {
  const client: Client = createORPCClient(watchedReadings(connection.link));
  // What is asked waits while nobody answers, instead of failing; the network of the PC has nothing to do with it.
  onlineManager.setEventListener((setOnline) => connection.onState(() => setOnline(connection.state() !== 'lost')));
  return { client, queries: createTanstackQueryUtils(client), connection };
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal is an answer; only a lost connection is worth another try.
      retry: (count, error) => !(error instanceof ORPCError) && count < 5,
      retryDelay: 400,
    },
  },
});

const CoreContext = createContext<Core | null>(null);
export const CoreProvider = CoreContext.Provider;

export function useCore(): Core {
  const core = useContext(CoreContext);
  if (!core) throw new Error('useCore outside of CoreProvider');
  return core;
}

export interface Problem {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly sentence: string;
}

const isErrorCode = (code: string): code is ErrorCode => (ERROR_CODES as readonly string[]).includes(code);

/** What a person is told about a failed call. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ORPCError && typeof error.code === 'string' && isErrorCode(error.code)) {
    const details = (error.data ?? {}) as ErrorDetails;
    return { code: error.code, details, sentence: sentenceFor(error.code, details) };
  }
  if (error instanceof ORPCError) return { code: 'input-invalid', details: {}, sentence: t.errors.inputInvalid };
  const sentence = error instanceof HandOverFailed ? t.errors.handOverFailed : t.errors.connectionLost;
  return { code: 'unexpected', details: {}, sentence };
}
