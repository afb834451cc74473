/** The window of a real Electron is walled in. */
import { readFileSync } from 'node:fs';
import { expect, inPage, REAL_SHELL, register, test } from './real-shell.ts';

test(
  'the page is walled in: sandboxed processes, no Node, no foreign code, no way out',
  REAL_SHELL,
  async ({ open }) => {
    const { program, page } = await open();
    await expect(register(page)).toBeVisible();
    const renderer = await program
      .application()
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
    const status = readFileSync(`/proc/${renderer}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    expect(status).not.toMatch(/^Uid:\t0\t/m);
    expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window))).toEqual([]);
    const tried = await page.evaluate(async () => {
      const failed = async (work: () => unknown): Promise<boolean> => {
        try {
          await work();
          return false;
        } catch {
          return true;
        }
      };
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.head.append(script);
      return {
        // The test's driver may run words itself; what the page does later may not.
        eval: await new Promise((resolve) => setTimeout(() => resolve(failed(() => (0, eval)('1'))))),
        inline: !('planted' in window),
        network: await failed(() => fetch('https://boese.example/')),
        loopback: await failed(() => fetch('http://127.0.0.1:9/')),
        file: await failed(() => fetch('file:///etc/hostname')),
        builtIn: await failed(() => fetch('chrome://settings/')),
        popup: window.open('https://boese.example/') === null,
        camera: await failed(() => navigator.mediaDevices.getUserMedia({ video: true })),
      };
    });
    expect(Object.entries(tried).filter(([, isRefused]) => !isRefused)).toEqual([]);
    await page.evaluate(() => void (location.href = 'https://boese.example/'));
    const place = (): Promise<string | null> => inPage(program.application(), 'location.href');
    await expect.poll(place).toMatch(/^app:\/\/stellwerk\//);
    expect(await inPage(program.application(), `document.querySelector('h1').textContent`)).toBe('Register');
  },
);
