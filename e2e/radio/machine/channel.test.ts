/** The channel and its agent, which is the one that runs in the machine, over a Unix socket of this one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../drive/files.ts';
import { Channel } from './channel.ts';

const AGENT = fileURLToPath(new URL('agent.pl', import.meta.url));

let folder: { path: string; remove: () => Promise<void> };
let server: Server;
let agent: ChildProcess;
let channel: Channel;
let socket: Socket;

beforeEach(async () => {
  folder = await temporaryFolder('agent');
  server = createServer();
  server.listen(join(folder.path, 'socket'));
  await once(server, 'listening');
  const connected = once(server, 'connection') as Promise<[Socket]>;
  agent = spawn('perl', [AGENT, join(folder.path, 'socket')], { stdio: 'inherit' });
  [socket] = await connected;
  channel = new Channel(socket);
});

afterEach(async () => {
  agent.kill('SIGKILL');
  server.close();
  await folder.remove();
});

test('is ready with the version of the kernel', async () => {
  expect(await channel.ready).toMatch(/^\d+\.\d+/);
});

test('tells both outputs apart, and the status', async () => {
  expect(await channel.run('echo 飛脚; echo wrong >&2; exit 7')).toEqual({
    status: 7,
    stdout: '飛脚\n',
    stderr: 'wrong\n',
  });
});

test('gives a command its input, as long as it likes', async () => {
  const input = 'x'.repeat(300_000);
  expect(await channel.output('wc -c', { input })).toBe('300000');
});

test('brings long output whole', async () => {
  const { stdout } = await channel.run('seq 1 60000');
  expect(stdout.trimEnd().split('\n')).toHaveLength(60_000);
});

test('runs many at a time, and tells lines as they come', async () => {
  const first = channel.start('cat', { input: 'waits\n' });
  const lines: string[] = [];
  let seen = () => {};
  const two = new Promise<void>((resolve) => {
    seen = resolve;
  });
  const slow = channel.start('echo one; echo two; exec tail -f /dev/null', {
    onLine: (line, stream) => {
      lines.push(`${stream} ${line}`);
      if (lines.length === 2) seen();
    },
  });
  await two;
  expect(lines).toEqual(['out one', 'out two']);
  expect((await first.ended).stdout).toBe('waits\n');
  slow.kill('TERM');
  expect((await slow.ended).status).toBe(128 + 15);
});

test('a program that stays in the background does not hold a command up', async () => {
  const { stdout } = await channel.run('tail -f /dev/null & echo $!');
  expect(await channel.output(`kill ${stdout.trim()} && echo ended`)).toBe('ended');
});

test('a command that must succeed says what it wrote', async () => {
  await expect(channel.output('echo why >&2; false')).rejects.toThrow(/ended with 1 .*why/s);
});

test('a command that takes too long is killed', async () => {
  const pid = 'the process is /proc/(\\d+)';
  const late = await channel
    .run('echo the process is /proc/$$; exec tail -f /dev/null', { timeoutMs: 300 })
    .catch((error: Error) => error.message);
  const [, found] = new RegExp(pid).exec(String(late)) ?? [];
  expect(await channel.output(`while [ -d /proc/${found} ]; do :; done; echo gone`)).toBe('gone');
});

test('when the machine ends, all that wait hear of it', async () => {
  const waits = channel.run('exec tail -f /dev/null');
  await channel.output('true');
  agent.kill('SIGKILL');
  await expect(waits).rejects.toThrow('the machine has ended');
  await expect(channel.run('true')).rejects.toThrow('the machine has ended');
});

test('a connection that breaks is an end like others', async () => {
  const waits = channel.run('exec tail -f /dev/null');
  await channel.output('true');
  socket.destroy(new Error('read ECONNRESET'));
  await expect(waits).rejects.toThrow('the machine has ended');
});
