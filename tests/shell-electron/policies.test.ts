import { describe, expect, it } from 'vitest';
import {
  navigationAllowed,
  permissionAllowed,
  readRequest,
  requestAllowed,
  safeFileName,
  senderAllowed,
} from '../../src-main/shell-electron/policies.ts';

describe('what the Electron window may do', () => {
  it.each([
    ['app://stellwerk/register', true],
    ['app://stellwerk', true],
    ['app://boese/register', false],
    ['app://stellwerk.boese.example/', false],
    ['app://nutzer@stellwerk/', false],
    ['https://stellwerk/', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['', false],
  ])('goes to %s: %s', (address, allowed) => {
    expect(navigationAllowed(address)).toBe(allowed);
  });

  it('listens to the main frame of its own page only', () => {
    expect(senderAllowed({ url: 'app://stellwerk/register', isMainFrame: true })).toBe(true);
    expect(senderAllowed({ url: 'app://stellwerk/register', isMainFrame: false })).toBe(false);
    expect(senderAllowed({ url: 'https://boese.example/', isMainFrame: true })).toBe(false);
    expect(senderAllowed(null)).toBe(false);
  });

  it('grants nothing but copying', () => {
    expect(['media', 'geolocation', 'notifications', 'openExternal', 'hid'].some(permissionAllowed)).toBe(false);
    expect(permissionAllowed('clipboard-sanitized-write')).toBe(true);
  });

  it.each([
    ['app://stellwerk/assets/a.js', true],
    ['blob:app://stellwerk/1', true],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', true],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai.boese.example/', false],
    ['chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/index.html', false],
    ['chrome://resources/js/load_time_data.js', true],
    ['chrome://resources.boese.example/', false],
    ['chrome://settings/', false],
    ['chrome://gpu/', false],
    ['devtools://devtools/bundled/inspector.html', true],
    ['https://boese.example/', false],
    ['http://127.0.0.1:8080/', false],
    ['file:///etc/passwd', false],
    ['ws://boese.example/', false],
    ['app://boese/', false],
  ])('asks %s: %s', (address, allowed) => {
    expect(requestAllowed(address)).toBe(allowed);
  });

  it('reads requests of the page', () => {
    expect(readRequest('app://stellwerk/assets/a.js', 'GET')).toEqual({ kind: 'file', path: '/assets/a.js' });
    expect(readRequest('app://stellwerk/../../etc/passwd', 'GET')).toEqual({ kind: 'file', path: '/etc/passwd' });
    expect(readRequest('app://stellwerk/handoff/abc', 'GET')).toEqual({ kind: 'take', handle: 'abc' });
    expect(readRequest('app://stellwerk/druck/abc', 'GET')).toEqual({ kind: 'print', id: 'abc' });
    expect(readRequest('app://stellwerk/handoff', 'POST')).toEqual({ kind: 'put' });
    expect(readRequest('app://stellwerk/handoff', 'GET')).toEqual({ kind: 'refused' });
    expect(readRequest('app://stellwerk/register', 'DELETE')).toEqual({ kind: 'refused' });
    expect(readRequest('https://boese.example/', 'GET')).toEqual({ kind: 'refused' });
  });

  it('proposes names that Windows accepts', () => {
    expect(safeFileName('S0386/22: "Entwurf"?.pdf')).toBe('S0386-22- -Entwurf-.pdf');
    expect(safeFileName('...')).toBe('Dokument');
  });
});
