import { useSyncExternalStore } from 'react';
import type { ConnectionState } from './wire.ts';
import { useCore } from './core.ts';

export function useConnectionState(): ConnectionState {
  const { connection } = useCore();
  return useSyncExternalStore(connection.onState, connection.state);
}
