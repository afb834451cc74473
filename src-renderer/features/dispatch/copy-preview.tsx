/** One copy as it will print. */
import { useCallback } from 'react';
import { useCore } from '../../data/core.ts';
import { PreviewPane } from '../preview/preview-pane.tsx';
import { useDrawn } from '../preview/use-preview.ts';
import type { Shown } from './entry-table.tsx';

/** `version` changes with the distribution: a draft names all recipients. */
export function CopyPreview({
  paper,
  shown,
  version,
}: {
  readonly paper: string;
  readonly shown: Shown;
  readonly version: string;
}) {
  const { client } = useCore();
  const layOut = useCallback(
    ({ entryId, index }: Shown) => client.distribution.preview({ ref: paper, entryId, index }),
    [client, paper],
  );
  return <PreviewPane state={useDrawn(layOut, shown, version)} />;
}
