/**
 * A drawing of the plan: who comes from which side, by what.
 *
 *                   ┌───────────┐
 *   phones )))  ap0 ┤ "Shelter" ├ mesh0 ))) boxes
 *   switch ─── eth1 ┤           │
 *                   └───────────┘
 */
import { AP_INTERFACE, MESH_INTERFACE } from '../settings/settings.ts';
import type { Plan } from './plan.ts';
import { columns, shown } from './shown.ts';

export function drawing({ settings, router }: Plan): readonly string[] {
  const { accessPoint, meshPoint, lanCables, backhaulCables } = settings;
  const left = [
    ...(accessPoint ? [{ way: 'phones )))', port: AP_INTERFACE }] : []),
    ...lanCables.map((port) => ({ way: 'phones ───', port })),
  ];
  const right = [
    ...(meshPoint ? [`${MESH_INTERFACE} ))) boxes`] : []),
    ...backhaulCables.map((port) => `${port} ─── a box`),
  ];
  const widest = Math.max(0, ...left.map(({ port }) => port.length));
  const lefts = left.map(({ way, port }) => `${way} ${port.padStart(widest)}`);
  const indent = ' '.repeat(Math.max(0, ...lefts.map((line) => line.length)));
  const name = shown(router.name);
  const line = '─'.repeat(columns(name) + 2);
  const rows = Array.from({ length: Math.max(left.length, right.length, 1) }, (_, row) => {
    const [near, far] = [lefts[row], right[row]];
    const inside = row === 0 ? name : ' '.repeat(columns(name));
    return `  ${near ?? indent} ${near === undefined ? '│' : '┤'} ${inside} ${far === undefined ? '│' : `├ ${far}`}`;
  });
  return [`  ${indent} ┌${line}┐`, ...rows, `  ${indent} └${line}┘`];
}
