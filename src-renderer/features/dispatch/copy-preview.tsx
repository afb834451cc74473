/** One copy as it will print. */
import { useCallback } from 'react';
import type { CopyPlace } from '../../../src-main/contract/distribution/shapes.ts';
import { useCore } from '../../data/core.ts';
import { PreviewPane } from '../../parts/preview/preview-pane.tsx';
import { useDrawn } from '../../parts/preview/use-preview.ts';

/** `version` changes with the distribution: a draft names all recipients. */
export function CopyPreview({
  paper,
  shown,
  version,
}: {
  readonly paper: string;
  readonly shown: CopyPlace;
  readonly version: string;
}) {
  const { client } = useCore();
  const layOut = useCallback(
    ({ entryId, index }: CopyPlace) => client.distribution.preview({ ref: paper, entryId, index }),
    [client, paper],
  );
  return <PreviewPane state={useDrawn(layOut, shown, version)} />;
}
