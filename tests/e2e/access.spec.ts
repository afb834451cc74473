import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { lockFile } from '../../src-main/shell-local/instance-lock.ts';
import { expect, LOCAL_ONLY, openStatement, test } from './desk.ts';

function portOf(folder: string): number {
  return (JSON.parse(readFileSync(lockFile(folder), 'utf8')) as { port: number }).port;
}

function ask(port: number, path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('a token opens one window, once', LOCAL_ONLY, async ({ localShell: program, browser }) => {
  const address = await program.address();
  const first = await (await browser.newContext()).newPage();
  await first.goto(address);
  await expect(first.getByRole('table', { name: 'Papiere' })).toBeVisible();
  expect(new URL(first.url()).hash).toBe('');
  await first.reload();
  await expect(first.getByRole('table', { name: 'Papiere' })).toBeVisible();
  const second = await (await browser.newContext()).newPage();
  await second.goto(address);
  await expect(second.getByText('Dieses Fenster hat keinen Zugang mehr.')).toBeVisible();
});

test(
  'other hosts, other origins and callers without a session are turned away',
  LOCAL_ONLY,
  async ({ localShell: program }) => {
    const port = portOf(program.folder);
    const host = `127.0.0.1:${port}`;
    expect(await ask(port, '/', { host })).toBe(200);
    expect(await ask(port, '/', { host: `boese.example:${port}` })).toBe(421);
    expect(await ask(port, '/', { host: `localhost:${port}` })).toBe(421);
    expect(await ask(port, '/session', { host, origin: 'http://boese.example' }, 'POST')).toBe(403);
    expect(await ask(port, '/handoff/abc', { host, origin: `http://${host}` })).toBe(403);
    expect(await ask(port, '/handoff', { host, origin: `http://${host}`, authorization: 'Bearer x' }, 'POST')).toBe(
      403,
    );
    expect(await ask(port, '/again', { host, authorization: 'Bearer x' }, 'POST')).toBe(403);
    expect(await ask(port, '/../../package.json', { host })).toBe(404);
    const upgrade = {
      host,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    };
    expect(await ask(port, '/rpc', { ...upgrade, origin: 'http://boese.example' })).toBe(403);
    expect(
      await ask(port, '/rpc', { ...upgrade, origin: `http://${host}`, 'sec-websocket-protocol': 'stellwerk.falsch' }),
    ).toBe(403);
  },
);

test('the content policy is kept on every page', async ({ desk: { page, complaints } }) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { policyViolations: seen });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.reload();
  await openStatement(page, 'S0021/26');
  await expect(page.getByRole('img', { name: /^Seite 1 von/ })).toBeVisible();
  await page.getByRole('button', { name: 'Tabelle' }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { policyViolations: string[] }).policyViolations)).toEqual([]);
  expect(complaints).toEqual([]);
});
