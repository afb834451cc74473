/** Takes a file into the register and opens what came of it. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf, useCore } from '../../data/core.ts';
import type { OpenedFile } from './opened-file.ts';
import { t } from '../../texts/de.ts';
import { importNoteSentence } from '../../../src-main/contract/import/texts-de.ts';

export interface ImportState {
  readonly run: (file: File) => Promise<void>;
  /** Takes over what the core has already under a handle. */
  readonly importOpened: (file: OpenedFile) => Promise<void>;
  readonly problem: string | null;
  readonly notes: readonly string[];
  readonly clear: () => void;
}

export function useImport(): ImportState {
  const { client, connection, queries } = useCore();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [notes, setNotes] = useState<readonly string[]>([]);
  const attempt = async (read: () => Promise<OpenedFile>): Promise<void> => {
    setProblem(null);
    setNotes([]);
    try {
      const { handle, fileName } = await read();
      const result = await client.imports.importFile({ handle, fileName });
      await queryClient.invalidateQueries({ queryKey: queries.papers.key() });
      const reference = result.reference ?? t.register.noNumber;
      const found = result.notes.map(importNoteSentence);
      const outcome = t.register[result.status](reference);
      if (result.status !== 'imported' || found.length > 0) setNotes([outcome, ...found]);
      else await navigate({ to: '/stellungnahme/$id', params: { id: result.id } });
    } catch (error) {
      setProblem(problemOf(error).sentence);
    }
  };
  return {
    problem,
    notes,
    clear: () => setProblem(null),
    run: (file) => attempt(async () => ({ handle: await connection.handOver(file), fileName: file.name })),
    importOpened: (file) => attempt(() => Promise.resolve(file)),
  };
}
