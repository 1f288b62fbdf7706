import { describe, expect, it } from 'vitest';
import type { RouterId } from './bus.ts';
import { DepartedRouters } from './departed.ts';

const idOf = (n: number): RouterId => `router-${n}`.padEnd(16, '-') as RouterId;
const MINUTE_MS = 60_000;

describe('routers that left', () => {
  it('are listed for an hour, the most recent first', () => {
    const departed = new DepartedRouters();
    departed.left(idOf(1), 'R1', '192.168.1.1', 0);
    departed.left(idOf(2), 'R2', '192.168.1.2', MINUTE_MS);
    expect(departed.list(2 * MINUTE_MS)).toEqual([
      { id: idOf(2), name: 'R2', address: '192.168.1.2', goneForMs: MINUTE_MS },
      { id: idOf(1), name: 'R1', address: '192.168.1.1', goneForMs: 2 * MINUTE_MS },
    ]);
    expect(departed.list(60 * MINUTE_MS).map(({ name }) => name)).toEqual(['R2']);
    expect(departed.list(61 * MINUTE_MS)).toEqual([]);
  });

  it('are not missing when they are back, even under another id', () => {
    const departed = new DepartedRouters();
    for (const n of [1, 2, 3]) departed.left(idOf(n), `R${n}`, `192.168.1.${n}`, 0);
    departed.joined(idOf(1), '192.168.1.9');
    departed.joined(idOf(4), '192.168.1.2');
    expect(departed.list(0).map(({ name }) => name)).toEqual(['R3']);
  });

  it('do not fill the memory', () => {
    const departed = new DepartedRouters();
    for (let n = 0; n < 1_000; n += 1) departed.left(idOf(n), `R${n}`, `10.0.0.${n}`, n);
    expect(departed.list(1_000)).toHaveLength(32);
    expect(departed.list(1_000)[0]?.name).toBe('R999');
  });
});
