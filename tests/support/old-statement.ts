/** A statement as it was printed once, for tests that take one over. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OLD_STATEMENT = [
  'Stadt Altenwerda',
  '',
  'Stellungnahme der Verwaltung öffentlich',
  '',
  'Stadtamt\tStellungnahme-Nr.\tDatum',
  'FB 9\tS0777/25\t12.05.2025',
  'zum/zur',
  'F0100/25 – Fraktion Testwiese, Stadträtin Ida Muster',
  'Bezeichnung',
  'Beleuchtung am Bahnhof',
  '',
  'Wann wird die Beleuchtung erneuert?',
  '',
  'Die Verwaltung nimmt zur **Anfrage F0100/25** wie folgt Stellung:',
  '',
  'Die Erneuerung ist für den Herbst geplant.',
].join('\n');

/** The path of the file, `alt.txt` in the folder. */
export function oldStatement(folder: string): string {
  const file = join(folder, 'alt.txt');
  writeFileSync(file, OLD_STATEMENT);
  return file;
}
