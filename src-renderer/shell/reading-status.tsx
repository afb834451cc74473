/** A file whose reading takes long: which one, and the button that ends it. What came of it is told where it was asked for. */
import { useSyncExternalStore } from 'react';
import { useCore } from '../data/core.ts';
import { runningReadings } from '../data/readings.ts';
import { t } from '../texts/de.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

export function ReadingStatus() {
  const { client } = useCore();
  const [reading] = useSyncExternalStore(runningReadings.subscribe, runningReadings.current);
  return (
    <>
      <span className="status-item" role="status">
        {reading && (
          <>
            <Icon name="sync" small />
            <span className="ellipsis">
              {reading.fileName === null ? t.frame.readingAttachments : t.frame.reading(reading.fileName)}
            </span>
          </>
        )}
      </span>
      {reading && (
        <Button
          kind="link"
          aria-label={
            reading.fileName === null ? t.frame.stopReadingAttachments : t.frame.stopReading(reading.fileName)
          }
          onPress={() => void client.system.stopReading({ handle: reading.handle }).catch(() => undefined)}
        >
          {t.common.cancel}
        </Button>
      )}
    </>
  );
}
