/** The clock of this computer cannot be right; where it was the former one that ran ahead, one says so once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf, useCore } from '../data/core.ts';
import { putAnswer } from '../data/put-answer.ts';
import { t } from '../texts/de.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';

export function ClockNotice({ sentence }: { readonly sentence: string }) {
  const { client, queries } = useCore();
  const queryClient = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => client.system.confirmClock(),
    onSuccess: (status) => putAnswer(queryClient, queries.system.status.queryKey(), status),
  });
  return (
    <ProblemNotice sentence={confirm.error === null ? sentence : problemOf(confirm.error).sentence}>
      <Button onPress={() => confirm.mutate()} isDisabled={confirm.isPending}>
        {t.frame.clockIsRight}
      </Button>
    </ProblemNotice>
  );
}
