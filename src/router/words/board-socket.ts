/**
 * The way of the operator's commands to the router that runs: a socket of this machine beside what is held, in a folder that only the
 * router's user may enter. A socket is there as long as the process, so it also tells a second router that the folder is taken; a file
 * of commands would have to be watched, and would not answer.
 */
import { rmSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { wordsOf } from '../machine/files.ts';
import { type BoardLine, type BoardRequest, lineIn, MAX_LINE, MAX_REQUEST } from './board-commands.ts';

const FILE = 'board.sock';
/** Behind the last line: what ends without it was cut off. */
const END = '""';

export const boardSocket = (folder: string): string => join(folder, FILE);

/**
 * Rejects with the system's error: EADDRINUSE when a router listens there. `answer` is asked for each request, as JSON; its lines go
 * out as they come, each as JSON. Returns the way to stop.
 */
export async function serveBoard(
  path: string,
  answer: (asked: string) => AsyncIterable<BoardLine>,
): Promise<() => Promise<void>> {
  if (await isServed(path)) throw Object.assign(new Error('another router runs there'), { code: 'EADDRINUSE' });
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
    void textOf(socket, MAX_REQUEST)
      .then((asked) => pipeline(Readable.from(written(answer(asked))), socket))
      .catch(() => socket.destroy());
  });
  await listening(server, path);
  server.on('error', () => {});
  server.unref();
  return () => {
    for (const socket of open) socket.destroy();
    return new Promise((resolve) => {
      server.close(() => resolve());
    });
  };
}

async function* written(lines: AsyncIterable<BoardLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
  yield END;
}

/** The answer of the router that has this socket, line by line. */
export async function* askBoard(path: string, request: BoardRequest): AsyncGenerator<BoardLine> {
  const socket = createConnection({ path, allowHalfOpen: true });
  try {
    await connected(socket);
    socket.end(JSON.stringify(request));
    let rest = '';
    for await (const piece of socket.setEncoding('utf8')) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > 2 * MAX_LINE) throw new Error('a line is too long');
      for (const line of lines) yield lineIn(line);
    }
    if (rest !== END) throw new Error('its answer is cut off');
  } catch (error) {
    const why = wordsOf(error);
    const isThere = why !== 'ENOENT' && why !== 'ECONNREFUSED';
    yield {
      problem: isThere ? `the router cannot be asked (${why})` : 'no router that holds words runs with this --data-dir',
    };
  } finally {
    socket.destroy();
  }
}

async function isServed(path: string): Promise<boolean> {
  const socket = createConnection(path);
  try {
    await connected(socket);
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });

const listening = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });

/** Not by `for await`: that ends the socket, on which the answer has still to go. */
const textOf = (socket: Socket, atMost: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    socket
      .on('data', (bytes: Buffer) => {
        length += bytes.length;
        chunks.push(bytes);
        if (length > atMost) reject(new Error('too long'));
      })
      .once('end', () => resolve(Buffer.concat(chunks).toString()))
      .once('error', reject);
  });
