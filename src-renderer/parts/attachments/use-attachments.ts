/** The attachments of one paper: as the core knows them, and everything that can be done with them. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Attachment, AttachmentList } from '../../../src-main/contract/attachment/shapes.ts';
import type { DraftPublicity } from '../../../src-main/record/basics.ts';
import { onChanges } from '../../data/changes.ts';
import { problemOf, useCore } from '../../data/core.ts';
import { putAnswer } from '../../data/put-answer.ts';
import { saveDelivery } from '../../data/save-delivery.ts';
import { attachments as texts } from '../../texts/attachments.ts';
import { addQueueOf, refusalBefore, sentenceOfFailure, type AddQueue, type AddState } from './add-queue.ts';

export interface Attachments {
  readonly list: readonly Attachment[];
  /** Taken away earlier, newest first. */
  readonly removed: AttachmentList['removed'];
  /** Changes with everything of them that prints. */
  readonly version: string;
  readonly adding: AddState;
  readonly notice: Notice;
  readonly actions: AttachmentActions;
}

/** What happened last, in the section's own line; `undo` names the attachment that can come back. */
export interface Notice {
  readonly problem: string | null;
  readonly done: string | null;
  readonly undo: string | null;
}

export interface AttachmentActions {
  readonly queue: AddQueue;
  add(files: readonly File[], publicity: DraftPublicity | undefined): void;
  replace(read: Attachment, file: File): Promise<void>;
  /** `read` is what stood there when the change began. */
  change(read: Attachment, part: Partial<Pick<Attachment, 'name' | 'publicity'>>): Promise<void>;
  move(id: string, to: number): Promise<void>;
  remove(id: string): Promise<void>;
  bringBack(id: string, name: string): Promise<void>;
  save(id: string): Promise<void>;
  say(notice: Partial<Notice>): void;
}

const NOTHING: AttachmentList = { attachments: [], removed: [] };
const QUIET: Notice = { problem: null, done: null, undo: null };

/** `isStored`: false as long as the core does not know the paper yet. */
export function useAttachments(paperId: string, isStored = true): Attachments {
  const core = useCore();
  const { client, connection, queries } = core;
  const queryClient = useQueryClient();
  const [notice, setNotice] = useState(QUIET);
  const queue = addQueueOf(core, paperId);
  const adding = useSyncExternalStore(queue.subscribe, queue.state);
  const queryKey = useMemo(() => queries.attachments.list.queryKey({ input: { ref: paperId } }), [paperId, queries]);
  const { data = NOTHING } = useQuery({
    ...queries.attachments.list.queryOptions({ input: { ref: paperId }, staleTime: 0 }),
    enabled: isStored,
  });

  useEffect(() => onChanges(() => void queryClient.invalidateQueries({ queryKey })), [queryClient, queryKey]);

  const actions = useMemo((): AttachmentActions => {
    /** One change after another, each on what the one before it left. */
    const line: { last: Promise<unknown> } = { last: Promise.resolve() };
    const show = (list: AttachmentList): void => {
      putAnswer(queryClient, queryKey, list);
    };
    /** `typed` names what would otherwise be gone with a refusal. */
    const attempt = (work: () => Promise<AttachmentList>, done: Partial<Notice> = {}, typed = ''): Promise<void> => {
      const next = line.last.then(async () => {
        try {
          show(await work());
          setNotice((before) => ({ ...before, problem: null, ...done }));
        } catch (error) {
          const problem = [problemOf(error).sentence, typed].filter(Boolean).join(' ');
          setNotice((before) => ({ ...before, problem }));
          void queryClient.invalidateQueries({ queryKey });
        }
      });
      line.last = next;
      return next;
    };
    const current = (id: string): Attachment | undefined =>
      queryClient.getQueryData<AttachmentList>(queryKey)?.attachments.find((attachment) => attachment.id === id);

    return {
      queue,
      add: (files, publicity) => {
        setNotice((before) => ({ ...QUIET, ...(before.undo !== null && { done: before.done, undo: before.undo }) }));
        queue.add(files, publicity, show);
      },
      replace: async ({ id, fileName, size }, file) => {
        const refusal = await refusalBefore(file);
        if (refusal !== null) {
          setNotice({ ...QUIET, problem: refusal });
          return;
        }
        try {
          const handle = await connection.handOver(file);
          await attempt(() =>
            client.attachments.replace({ id, handle, fileName: file.name, read: { fileName, size } }),
          );
        } catch (error) {
          setNotice({ ...QUIET, problem: sentenceOfFailure(file, error) });
        }
      },
      change: ({ id, name, publicity }, part) =>
        attempt(
          () => client.attachments.change({ id, name, publicity, ...part, read: { name, publicity } }),
          {},
          part.name === undefined ? '' : texts.typed(part.name),
        ),
      move: (id, to) => attempt(() => client.attachments.move({ id, to })),
      remove: (id) => {
        const name = current(id)?.name ?? '';
        queue.forgetOutcome();
        return attempt(() => client.attachments.remove({ id }), { done: texts.removed(name), undo: id });
      },
      bringBack: (id, name) =>
        attempt(() => client.attachments.bringBack({ id }), {
          done: texts.broughtBack(name),
          undo: null,
        }),
      save: async (id) => {
        try {
          const names = await saveDelivery(await client.attachments.deliver({ id }), connection);
          if (names.length > 0) setNotice({ ...QUIET, done: texts.saved(names.join(', ')) });
        } catch (error) {
          setNotice({ ...QUIET, problem: problemOf(error).sentence });
        }
      },
      say: (part) => setNotice({ ...QUIET, ...part }),
    };
  }, [client, connection, queryClient, queryKey, queue]);

  const version = data.attachments.map(({ id, name, publicity }) => `${id} ${publicity} ${name}`).join('\n');
  return useMemo(
    () => ({ list: data.attachments, removed: data.removed, version, adding, notice, actions }),
    [actions, adding, data, notice, version],
  );
}
