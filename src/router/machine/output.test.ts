import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { speaker } from './output.ts';

it('a stream that fails, by an event or by throwing, loses only the words', () => {
  const written: string[] = [];
  let isFull = true;
  const stream = Object.assign(new EventEmitter(), {
    write(words: string): boolean {
      if (isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      written.push(words);
      return true;
    },
  });
  const say = speaker(stream);
  say('lost\n');
  stream.emit('error', new Error('EPIPE'));
  isFull = false;
  say('kept\n');
  expect(written).toEqual(['kept\n']);
});
