/** Goes to the paper whose number stands in the text. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { problemOf, useCore } from '../../data/core.ts';

export function useOpenReference(onProblem: (sentence: string) => void): (reference: string) => void {
  const { client } = useCore();
  const navigate = useNavigate();
  return useCallback(
    (reference: string): void => {
      client.papers.find({ ref: reference }).then(
        (paper) =>
          void navigate({
            to: paper.paperType === 'statement' ? '/stellungnahme/$id' : '/eingang/$id',
            params: { id: paper.id },
          }),
        (error: unknown) => onProblem(problemOf(error).sentence),
      );
    },
    [client, navigate, onProblem],
  );
}
