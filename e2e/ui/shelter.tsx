/** A full shelter: forty people at four routers, two of them known, one met before. */
import type { Listed, Section } from '../../src/app/model/presence.ts';
import { MET } from './acquaintances.tsx';
import { DEVICES, device } from './transfers.tsx';

const FIRST = ['Brave', 'Calm', 'Quiet', 'Merry', 'Proud', 'Gentle', 'Quick', 'Happy'];
const SECOND = ['Otter', 'Maple', 'Heron', 'Willow', 'Badger'];
const JAPANESE = ['佐藤ハナコ', '鈴木一郎', 'たなか ゆい', '高橋 健', '渡辺美咲'];
const PLACES = [undefined, undefined, 'West School', 'Health Centre 2', 'Clinic'];

const nameOf = (n: number): string =>
  n % 4 === 1 ? (JAPANESE[Math.floor(n / 4) % 5] ?? '') : `${FIRST[n % 8]} ${SECOND[n % 5]}`;

const sectioned = (of: Omit<Listed, 'section'>, section: Section): Listed => ({ ...of, section });

export const SHELTER: readonly Listed[] = [
  ...MET.slice(0, 1).map((one) => sectioned(one, 'known')),
  ...DEVICES.slice(0, 1).map((one) => sectioned(one, 'recent')),
  ...Array.from({ length: 38 }, (_, n) => {
    const router = PLACES[n % 5];
    const kind = (['phone', 'phone', 'tablet', 'computer'] as const)[n % 4] ?? 'phone';
    return sectioned(
      device(`crowd-${n}`, nameOf(n), kind, router === undefined ? {} : { router }),
      router === undefined ? 'here' : 'elsewhere',
    );
  }),
];
