import { describe, expect, it } from 'vitest';
import { errorEntry, lastEntries, placeInProgram, safeFrame } from '../../src-main/host/error-line.ts';

describe('what the error log keeps', () => {
  it.each([
    ['file:///C:/Users/erika.muster/AppData/Local/Stellwerk/dist/chunks/a-X1.mjs:10:5', 'dist/chunks/a-X1.mjs:10:5'],
    ['C:\\Users\\erika.muster\\Stellwerk\\dist\\electron-main.mjs:10:5', 'dist/electron-main.mjs:10:5'],
    ['/home/erika/stellwerk/node_modules/kysely/dist/index.js:1:2', 'node_modules/kysely/dist/index.js:1:2'],
    ['file:///home/erika/Schreibtisch/probe.mjs:3:1', 'probe.mjs:3:1'],
    ['app://stellwerk/assets/index-abc.js:1:99', 'index-abc.js:1:99'],
    ['dist/cli.mjs:7:1', 'dist/cli.mjs:7:1'],
    ['/home/dist/erika/dist/cli.mjs:7:1', 'dist/cli.mjs:7:1'],
    ['/home/erika-dist/probe.mjs:7:1', 'probe.mjs:7:1'],
    ['node:internal/process/task_queues:103:5', 'node:internal/process/task_queues:103:5'],
    ['<anonymous>', '<anonymous>'],
  ])('of the place %s only %s', (place, kept) => {
    expect(placeInProgram(place)).toBe(kept);
  });

  it('keeps the name of the function and drops lines that belong to the message', () => {
    expect(safeFrame('    at async Store.save (file:///home/erika/dist/a.mjs:1:2)')).toBe(
      '    at async Store.save (dist/a.mjs:1:2)',
    );
    expect(safeFrame('    at file:///home/erika/dist/a.mjs:1:2')).toBe('    at dist/a.mjs:1:2');
    expect(safeFrame('Frau Erika Muster, Rathaus')).toBeNull();
  });

  it('says class, code and causes, and never what a message quotes', () => {
    const cause = Object.assign(new TypeError('Zimmer von Frau Muster'), { code: 'ERR_X' });
    const error = Object.assign(new Error('Frau Muster\n    Rathaus', { cause }), { code: 'EACCES' });
    const entry = errorEntry(error, '2026-03-02T08:00:00.000Z', '0a1b2c3d');
    expect(entry).toMatch(/^2026-03-02T08:00:00\.000Z 0a1b2c3d Error EACCES\n {4}at /);
    expect(entry).toContain('  cause: TypeError ERR_X\n');
    expect(entry).not.toMatch(/Muster|Rathaus/);
  });

  it('leaves out a class or code that somebody could have written words into', () => {
    const error = Object.assign(new Error('x'), { code: 'Erika Muster, Rathaus' });
    Object.defineProperty(error, 'constructor', { value: { name: 'Erika Muster' } });
    expect(errorEntry(error, '2026-03-02T08:00:00.000Z', '0a1b2c3d')).toMatch(/0a1b2c3d Error\n/);
    expect(errorEntry('Erika Muster', '2026-03-02T08:00:00.000Z', '0a1b2c3d')).toContain('0a1b2c3d string\n');
  });

  it('gives the newest entries, and not the rest of a cut one', () => {
    const entry = (n: number): string => errorEntry(new Error(), `2026-03-02T08:00:0${n}.000Z`, `0000000${n}`);
    const log = `    at half (dist/a.mjs:1:1)\n${entry(1)}${entry(2)}${entry(3)}`;
    const last = lastEntries(log, 2);
    expect(last.map((text) => text.slice(25, 33))).toEqual(['00000002', '00000003']);
    expect(lastEntries('', 5)).toEqual([]);
  });
});
