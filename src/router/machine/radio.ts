/** The radio under the router, as the report about it says. Read on request; where there is none worth believing it says why. */
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { wordsOf } from './files.ts';
import { parseRadioReport, type RadioReport } from './radio-report.ts';

export type RadioStatus =
  | ({ readonly state: 'known'; readonly age_s: number } & Omit<RadioReport, 'up_s'>)
  /** `missing`: there is no file, or it may not be read. `damaged`: it is no report. `old`: whoever writes it has stopped. */
  | {
      readonly state: 'unknown';
      readonly cause: 'missing' | 'damaged' | 'old';
      readonly age_s?: number;
      /** In English, for those who can help. */
      readonly reason?: string;
    };

/** It is written every 20 s: of four in a row none came. */
const OLD_S = 90;

/** `upS`: seconds since the machine was started, as in the report. */
export function lookAtRadio(path: string, upS = uptime()): RadioStatus {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { state: 'unknown', cause: 'missing', reason: `${path}: ${wordsOf(error)}` };
  }
  const report = parseRadioReport(text);
  if (!report.ok) return { state: 'unknown', cause: 'damaged', reason: `${path}: ${report.error}` };
  const { up_s, ...told } = report.value;
  const age_s = Math.floor(upS) - up_s;
  // One from the future is of another life of the machine.
  if (age_s < 0 || age_s > OLD_S) return { state: 'unknown', cause: 'old', age_s: Math.max(0, age_s) };
  return { state: 'known', age_s, ...told };
}
