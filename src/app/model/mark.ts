/**
 * Tells people with the same name apart: a picture that anybody can say aloud in any language, and two digits, computed
 * from the id of their device. 64 pictures with 100 numbers: among 30 people, two have the same mark once in 15
 * meetings, and then seldom the same name. Anybody can make secrets until one has the wanted mark (a few thousand): a
 * mark helps people who are confused, and proves nothing.
 */
import type { DeviceId } from '../../protocol/signaling.ts';

/**
 * Pictures of Unicode 6.0 (2010), which every phone draws in colour. None resembles another in outline, is an insult or
 * a joke somewhere, or would be shouted in an emergency. Their names stand in the dictionaries (`pictures`) in the same
 * order.
 */
export const PICTURES: readonly string[] = [
  ...'🐶🐱🐭🐰🐻🐼🐯🐮🐨🐸🐔🐧🐴🐝🐌🐞🐢🐍🐙🐟🐳🐘🐫🐑🐊🐚🌲🌵🌷🌻🍄🍎',
  ...'🍪🍇🍉🍓🍒🌽🍍🍞🍙🍰🌙🎁🌈☔🚗🚲🚢🚀⚽🎈🎸🎺🔔⏰👓👟🎩👕🏠📷🔨🍋',
];

export type Mark = {
  /** Index in `PICTURES`. */
  readonly picture: number;
  /** Two digits, `00` to `99`. */
  readonly digits: string;
};

const NUMBERS = 100;

export function markOf(id: DeviceId): Mark {
  const hash = spread(id);
  return {
    picture: hash % PICTURES.length,
    digits: String(Math.floor(hash / PICTURES.length) % NUMBERS).padStart(2, '0'),
  };
}

/** FNV-1a with the last step of MurmurHash3, which lets every bit of the id change every bit: 32 bits. */
function spread(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
