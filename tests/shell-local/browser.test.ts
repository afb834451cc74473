import { describe, expect, it } from 'vitest';
import { browserArguments, findBrowser, hasDisplay } from '../../src-main/shell-local/browser.ts';

describe('finding a browser for the window', () => {
  it('takes the first installed one on Linux', () => {
    const exists = (path: string): boolean => path === '/opt/bin/chromium' || path === '/usr/bin/google-chrome';
    expect(findBrowser('linux', { PATH: '/opt/bin:/usr/local/bin' }, exists)).toBe('/usr/bin/google-chrome');
  });

  it('answers null where there is none', () => {
    expect(findBrowser('linux', { PATH: '/bin' }, () => false)).toBeNull();
    expect(findBrowser('win32', {}, () => true)).toBeNull();
  });

  it('looks in the usual folders on Windows', () => {
    const seen: string[] = [];
    findBrowser('win32', { PROGRAMFILES: 'C:\\Programme', LOCALAPPDATA: 'C:\\Daten' }, (path) => {
      seen.push(path);
      return false;
    });
    expect(seen.some((path) => path.includes('msedge.exe') && path.startsWith('C:\\Programme'))).toBe(true);
    expect(seen.some((path) => path.includes('chrome.exe') && path.startsWith('C:\\Daten'))).toBe(true);
  });

  it('needs a display on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  it('gives up the browser’s sandbox for root only', () => {
    expect(browserArguments('/tmp/p/a.html', '/tmp/p', false)).not.toContain('--no-sandbox');
    expect(browserArguments('/tmp/p/a.html', '/tmp/p', true)).toContain('--no-sandbox');
  });

  it('names a page on its command line, whatever signs its folder has', () => {
    const given = browserArguments('/tmp/Büro #1/öffnen.html', '/tmp/Büro #1', false);
    expect(given).toContain('--app=file:///tmp/B%C3%BCro%20%231/%C3%B6ffnen.html');
    expect(given.join(' ')).not.toContain('127.0.0.1');
  });
});
