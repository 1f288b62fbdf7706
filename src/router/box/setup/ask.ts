/** Puts questions to whoever sits at the terminal. */
import { createInterface } from 'node:readline/promises';
import type { Said } from './options.ts';
import type { Question } from './questions.ts';

export const hasTerminal = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

/** All answers together; `undefined` when the terminal was closed (Ctrl-D, Ctrl-C): then nothing shall be done. */
export async function ask(questions: readonly Question[], print: (line: string) => void): Promise<Said | undefined> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<undefined>((resolve) => terminal.once('close', () => resolve(undefined)));
  terminal.once('SIGINT', () => terminal.close());
  try {
    let said: Said = {};
    for (const question of questions) {
      const answer = await one(question, (words) => Promise.race([terminal.question(words), closed]), print);
      if (answer === undefined) return undefined;
      said = { ...said, ...answer };
    }
    return said;
  } finally {
    terminal.close();
  }
}

async function one(
  { asks, proposes, take }: Question,
  put: (words: string) => Promise<string | undefined>,
  print: (line: string) => void,
): Promise<Said | undefined> {
  for (;;) {
    const answer = await put(`${asks}${proposes === undefined ? '' : ` [${proposes}]`}: `);
    if (answer === undefined) return undefined;
    const taken = take(answer.trim());
    if ('said' in taken) return taken.said;
    print(taken.wanted);
  }
}
