/**
 * What `iw phy` says of radios (formats of iw 4.14 to 6.9, whose words `info.c` of iw prints). Parsers here never fail: a
 * line that is not understood says nothing.
 */
import type { Channel, Combination, Radio, RadioMode } from './hardware.ts';

/** What one radio says of itself; the rest of `Radio` stands elsewhere in the system. */
export type Phy = Pick<Radio, 'phy' | 'modes' | 'combinations' | 'channels' | 'hasHt' | 'canSae'>;

const MODES: readonly RadioMode[] = ['AP', 'mesh point', 'managed', 'monitor'];
const isMode = (word: string): word is RadioMode => MODES.some((mode) => mode === word);

/** A frequency with its channel: `* 2412 MHz [1] (20.0 dBm)`, since iw 6 `* 2412.0 MHz [1] (20.0 dBm) (no IR)`. */
const CHANNEL = /^\*\s+(\d{4,5})(?:\.\d+)? MHz \[(\d{1,3})\](.*)$/;

/** Of the output of `iw phy` (`iw list` is the same), in its order. */
export function parsePhys(text: string): readonly Phy[] {
  return text
    .split(/^Wiphy /m)
    .slice(1)
    .map((part) => {
      const [phy = '', ...lines] = part.split('\n').map((line) => line.trim());
      return {
        phy,
        modes: modesOf(lines),
        combinations: combinationsOf(lines),
        channels: lines.map(channelOf).filter((channel) => channel !== undefined),
        hasHt: lines.some((line) => /^HT(?:20|20\/HT40)$/.test(line)),
        canSae: lines.some((line) => /^Device supports SAE\b|\bSAE_OFFLOAD\b/.test(line)),
      };
    });
}

/** The lines `* word` below a heading, until something else comes. */
function below(lines: readonly string[], heading: RegExp): readonly string[] {
  const start = lines.findIndex((line) => heading.test(line)) + 1;
  if (start === 0) return [];
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !line.startsWith('*'));
  return (end === -1 ? rest : rest.slice(0, end)).map((line) => line.slice(1).trim());
}

const modesOf = (lines: readonly string[]): readonly RadioMode[] =>
  below(lines, /^Supported interface modes:$/).filter(isMode);

function channelOf(line: string): Channel | undefined {
  const [, frequency, number, rest = ''] = CHANNEL.exec(line) ?? [];
  if (frequency === undefined) return undefined;
  const dbm = /\((\d{1,3}(?:\.\d+)?) dBm\)/.exec(rest)?.[1];
  return {
    number: Number(number),
    frequencyMHz: Number(frequency),
    isDisabled: /\(disabled\)/.test(rest),
    // "passive scanning, no IBSS" until iw 3.14.
    isListenOnly: /no IR|passive scan/.test(rest),
    needsRadarWatch: /radar detection/.test(rest),
    ...(dbm !== undefined && { maxDbm: Number(dbm) }),
  };
}

/**
 * `* #{ managed } <= 1, #{ AP, mesh point } <= 8, total <= 8, #channels <= 1, STA/AP BI must match`, over several lines. Since
 * iw 6.9 radios of several parts have "Globally valid interface combinations:" and one list for each part, of which we take the
 * first: a part is a radio.
 */
function combinationsOf(lines: readonly string[]): readonly Combination[] {
  const start = lines.findIndex((line) => /^(?:Radio's )?valid interface combinations:$/.test(line)) + 1;
  if (start === 0) return [];
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !/^\* #\{|^#\{|^total <=/.test(line));
  const joined = (end === -1 ? rest : rest.slice(0, end)).join(' ');
  return joined
    .split(/^\* |\s\* /)
    .map(combinationOf)
    .filter((combination) => combination !== undefined);
}

function combinationOf(text: string): Combination | undefined {
  const total = /\btotal <= (\d{1,6})/.exec(text)?.[1];
  const channels = /#channels <= (\d{1,3})/.exec(text)?.[1];
  if (total === undefined || channels === undefined) return undefined;
  return {
    limits: [...text.matchAll(/#\{ ([^}]*) \} <= (\d{1,6})/g)].map(([, words = '', atMost]) => ({
      modes: words.split(', ').filter(isMode),
      atMost: Number(atMost),
    })),
    total: Number(total),
    channels: Number(channels),
  };
}

/** One network interface of a radio, and what it does now. */
export type Dev = {
  readonly phy: string;
  readonly name: string;
  /** In the words of iw: AP, managed, mesh point. */
  readonly type: string;
  /** As iw escapes it. */
  readonly ssid?: string;
  /** Absent while it neither sends nor listens for others. */
  readonly channel?: number;
};

/** Of `iw dev`. A name of a network may hold anything, so each line is looked at from its beginning. */
export function parseDevs(text: string): readonly Dev[] {
  return text
    .split(/^phy#/m)
    .slice(1)
    .flatMap((part) => {
      const phy = /^\d{1,6}/.exec(part)?.[0];
      return part
        .split(/^\s+Interface /m)
        .slice(1)
        .flatMap((described) => {
          const [name = ''] = /^\S+/.exec(described) ?? [];
          const ssid = /^\s+ssid (.+)$/m.exec(described)?.[1];
          const type = /^\s+type (.+)$/m.exec(described)?.[1] ?? '';
          const channel = Number(/^\s+channel (\d{1,3}) \(/m.exec(described)?.[1] ?? 0);
          if (phy === undefined || name === '') return [];
          return [
            { phy: `phy${phy}`, name, type, ...(ssid !== undefined && { ssid }), ...(channel > 0 && { channel }) },
          ];
        });
    });
}
