/** Joins the Wi-Fi of this box with another radio of the same machine, and leaves it again. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { replaceFile } from '../../machine/files.ts';
import { findSystemProgram, runProgram } from '../../machine/run-program.ts';
import type { Radio } from '../hardware/hardware.ts';
import { nameOf } from '../plan/interfaces.ts';
import { CLIENT, RUN_DIRECTORY } from '../settings/settings.ts';

const STATION = `${CLIENT}2`;
const CONF = `${RUN_DIRECTORY}/client.conf`;
/** A scan of one channel and four messages: 4 s, more where the radio is slow to wake. */
const WITHIN_MS = 20_000;

export type Joining =
  | { readonly is: 'joined' }
  /** This radio, or this machine, has not what it takes: nothing follows from it. */
  | { readonly is: 'not tried' }
  | { readonly is: 'refused'; readonly why: string };

/** Never rejects. */
export async function joinWith(radio: Radio, conf: string): Promise<Joining> {
  const program = findSystemProgram('wpa_supplicant');
  if (program === undefined) return { is: 'not tried' };
  const made = await runProgram(['iw', 'phy', radio.phy, 'interface', 'add', STATION, 'type', 'managed']);
  if (!made.isWell) return { is: 'not tried' };
  try {
    replaceFile(CONF, conf);
    const joining = await joined(program);
    const name = nameOf(radio);
    return joining.is === 'refused'
      ? {
          is: 'refused',
          why: `${name} cannot join the Wi-Fi (${joining.why}); if ${name} is at fault: --leave ${name}`,
        }
      : joining;
  } catch {
    return { is: 'not tried' }; // /run cannot be written: others say so
  } finally {
    rmSync(CONF, { force: true });
    await runProgram(['iw', 'dev', STATION, 'del']);
  }
}

/** Where it is refused: why, in the words of wpa_supplicant. */
function joined(program: string): Promise<Joining> {
  const child = spawn(program, ['-D', 'nl80211', '-i', STATION, '-c', CONF], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    let joining: Joining = refused('it is not found');
    const limit = setTimeout(() => child.kill(), WITHIN_MS);
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes('CTRL-EVENT-CONNECTED')) joining = { is: 'joined' };
      else if (line.includes('WRONG_KEY') || line.includes('4-Way Handshake failed'))
        joining = refused('the password is refused');
      else if (line.includes('ASSOC-REJECT') || line.includes('AUTH-REJECT')) joining = refused('it is refused');
      else return;
      child.kill();
    });
    child.once('error', () => resolve({ is: 'not tried' }));
    child.once('close', () => {
      clearTimeout(limit);
      resolve(joining);
    });
  });
}

const refused = (why: string): Joining => ({ is: 'refused', why });
