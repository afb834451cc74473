import { expect, it } from 'vitest';
import { errorReport } from '../../src-main/host/error-report.ts';

const about = {
  version: '1.2.3',
  components: [{ name: 'Node.js', version: '24.1.0' }],
  system: 'Windows_NT 10.0 (x64)',
};

it('says versions and errors in lines that Windows reads', () => {
  const { fileName, bytes } = errorReport(about, ['head\n    at a', 'second'], '2026-03-02T08:00:00.000Z');
  const text = new TextDecoder().decode(bytes);
  expect(fileName).toBe('Stellwerk-Fehlerbericht-2026-03-02.txt');
  expect(text).toContain('\r\nStellwerk: 1.2.3\r\nNode.js: 24.1.0\r\nBetriebssystem: Windows_NT 10.0 (x64)\r\n');
  expect(text).toContain('Fehler (2)');
  expect(text).toContain('\r\nhead\r\n    at a\r\n\r\nsecond\r\n');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
});

it('says so when there are no errors', () => {
  const { bytes } = errorReport(about, [], '2026-03-02T08:00:00.000Z');
  expect(new TextDecoder().decode(bytes)).toContain('Es sind keine Fehler verzeichnet.');
});
