/** One contract, three wires: the same questions get the same answers and the same refusals on each of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError, type ClientContext, type ClientLink } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import type { Contract } from '../../src-main/contract/procedures.ts';
import type { ShellCommand } from '../../src-main/contract/shell/procedures.ts';
import { uuidv7 } from '../../src-main/host/ids.ts';
import type { RouterContext } from '../../src-main/host/implementer.ts';
import { router } from '../../src-main/host/router.ts';
import { testHost, type TestHost } from '../support/test-host.ts';
import { testShell } from '../support/test-shell.ts';
import { testContext } from '../support/test-context.ts';

type Client = ContractRouterClient<Contract>;
async function* oneCommand(): AsyncGenerator<ShellCommand, void> {
  yield Promise.resolve({ kind: 'action', action: 'find' } as const);
}

interface Wire {
  readonly client: Client;
  readonly close: () => Promise<void>;
}

const fromLink = (link: ClientLink<ClientContext>): Client => createORPCClient(link);

const WIRES: Record<string, (context: RouterContext) => Promise<Wire>> = {
  'in-process': (context) =>
    Promise.resolve({ client: createRouterClient(router, { context }), close: () => Promise.resolve() }),
  'message port': (context) => {
    const { port1, port2 } = new MessageChannel();
    new PortHandler(router).upgrade(port1, { context });
    port1.start();
    const link = new PortLink({ port: port2 });
    port2.start();
    return Promise.resolve({
      client: fromLink(link),
      close: () => {
        port1.close();
        return Promise.resolve();
      },
    });
  },
  WebSocket: async (context) => {
    const server = createServer();
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => void new SocketHandler(router).upgrade(socket, { context }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return {
      client: fromLink(new SocketLink({ websocket: socket })),
      close: async () => {
        socket.close();
        sockets.clients.forEach((client) => client.terminate());
        await new Promise((resolve) => server.close(resolve));
      },
    };
  },
};

describe.each(Object.keys(WIRES))('the contract over the wire: %s', (name) => {
  let folder: string;
  let host: TestHost;
  let wire: Wire;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stellwerk-wire-'));
    host = testHost({ folder });
    const context = testContext(host, { shell: testShell({ commands: oneCommand }) });
    const open = WIRES[name];
    if (!open) throw new Error(name);
    wire = await open(context);
  });
  afterEach(async () => {
    await wire.close();
    await host.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('carries what a run of steps refuses, with its sentence', async () => {
    const { client } = wire;
    await client.system.initialise({ kind: 'example' });
    const steps = await client.serialLetters.goOn({ ref: 'S0021/26', runId: uuidv7() });
    const follow = async (): Promise<void> => {
      for await (const _ of steps);
    };
    const refusal: unknown = await follow().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ORPCError);
    expect(refusal).toMatchObject({ code: 'not-found' });
  });

  it('sets up the office, answers a motion and reads the statement back', async () => {
    const { client } = wire;
    expect((await client.system.status()).office).toBeNull();
    await client.system.initialise({ kind: 'own', bodyName: 'Stadt Probe' });
    const paperId = uuidv7();
    await client.papers.register({
      id: paperId,
      content: {
        paperType: 'motion',
        reference: 'A0001/26',
        name: 'Bänke am Bach',
        date: '2026-02-02',
        publicity: 'public',
        originators: [{ organization: 'Fraktion Probe', person: '', function: '' }],
        consultations: [],
        text: {
          type: 'doc',
          content: [{ type: 'paragraph', attrs: { id: null }, content: [{ type: 'text', text: 'Bitte Bänke.' }] }],
        },
      },
    });
    const id = uuidv7();
    const draft = await client.statements.create({
      id,
      answers: 'A0001/26',
      name: null,
      leadUnit: 'FB 1',
      number: null,
    });
    expect(draft.content).toMatchObject({
      name: 'Bänke am Bach',
      hinge: 'Die Verwaltung nimmt zum **Antrag A0001/26** wie folgt Stellung:',
    });
    expect((await client.statements.record({ ref: id })).quotation).toEqual(['Bitte Bänke.']);
  });

  it('brings a refusal as its code with details', async () => {
    await wire.client.system.initialise({ kind: 'own', bodyName: 'Stadt Probe' });
    const refused = await wire.client.papers.find({ ref: 'A0999/26' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ORPCError);
    expect(refused).toMatchObject({ code: 'not-found', data: { reference: 'A0999/26' } });
    expect((refused as Error).message).toContain('„A0999/26“ gibt es nicht.');
  });

  it('brings a conflict with the stored state, and overwrites nothing', async () => {
    const { client } = wire;
    await client.system.initialise({ kind: 'own', bodyName: 'Stadt Probe' });
    const draft = await client.statements.create({
      id: uuidv7(),
      answers: null,
      name: 'Eins',
      leadUnit: null,
      number: null,
    });
    await client.statements.save({ id: draft.id, expectedRevision: 1, content: { ...draft.content, name: 'Zwei' } });
    const refused = await client.statements
      .save({ id: draft.id, expectedRevision: 1, content: { ...draft.content, name: 'Drei' } })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'conflict', data: { actual: { content: { name: 'Zwei' } } } });
    expect((await client.statements.get({ ref: draft.id })).content.name).toBe('Zwei');
  });

  it('refuses input outside the schema', async () => {
    const refused = await wire.client.papers.list({ text: '', limit: 100_000 }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('brings the menu’s commands, and ends with them', async () => {
    const commands: ShellCommand[] = [];
    for await (const command of await wire.client.shell.commands()) commands.push(command);
    expect(commands).toEqual([{ kind: 'action', action: 'find' }]);
  });

  it('names the packages with their licences', async () => {
    const { packages, components } = await wire.client.shell.about();
    expect(components).toContainEqual({ name: 'Node.js', version: process.versions.node });
    expect(packages.find(({ name }) => name === 'zod')).toMatchObject({ licence: 'MIT' });
    expect(packages.filter(({ text }) => text.length < 40)).toEqual([]);
  });

  it('tells that papers changed', async () => {
    const { client } = wire;
    await client.system.initialise({ kind: 'own', bodyName: 'Stadt Probe' });
    const marks: number[] = [];
    for await (const { mark } of await client.system.changes()) {
      marks.push(mark);
      if (marks.length === 2) break;
      await client.statements.create({ id: uuidv7(), answers: null, name: 'Neu', leadUnit: null, number: null });
    }
    expect(marks[1]).toBeGreaterThan(marks[0] ?? Infinity);
  });
});
