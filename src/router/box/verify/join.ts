/** Joins the Wi-Fi of this box with another radio of the same machine, and leaves it again. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { replaceFile } from '../../machine/files.ts';
import { findSystemProgram, runProgram } from '../../machine/run-program.ts';
import type { Radio } from '../hardware/hardware.ts';
import { nameOf } from '../plan/interfaces.ts';
import { RUN_DIRECTORY } from '../settings/settings.ts';

const STATION = 'hkclient2';
const CONF = `${RUN_DIRECTORY}/client.conf`;
/** A scan of one channel and four messages: 4 s, more where the radio is slow to wake. */
const WITHIN_MS = 20_000;

/** One line when it cannot; `undefined` when it could, or where this radio cannot even try. Never rejects. */
export async function joinWith(radio: Radio, conf: string): Promise<string | undefined> {
  const program = findSystemProgram('wpa_supplicant');
  const made = await runProgram(['iw', 'phy', radio.phy, 'interface', 'add', STATION, 'type', 'managed']);
  if (program === undefined || !made.isWell) return undefined;
  try {
    replaceFile(CONF, conf);
    const why = await joined(program);
    const name = nameOf(radio);
    return why === undefined
      ? undefined
      : `${name} cannot join the Wi-Fi (${why}); if ${name} is at fault: --leave ${name}`;
  } catch {
    return undefined; // /run cannot be written: others say so
  } finally {
    rmSync(CONF, { force: true });
    await runProgram(['iw', 'dev', STATION, 'del']);
  }
}

/** Why not, in the words of wpa_supplicant. */
function joined(program: string): Promise<string | undefined> {
  const child = spawn(program, ['-D', 'nl80211', '-i', STATION, '-c', CONF], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    let why: string | undefined = 'it is not found';
    const limit = setTimeout(() => child.kill(), WITHIN_MS);
    createInterface(child.stdout).on('line', (line) => {
      if (line.includes('CTRL-EVENT-CONNECTED')) why = undefined;
      else if (line.includes('WRONG_KEY') || line.includes('4-Way Handshake failed')) why = 'the password is refused';
      else if (line.includes('ASSOC-REJECT') || line.includes('AUTH-REJECT')) why = 'it is refused';
      else return;
      child.kill();
    });
    child.once('error', () => resolve(undefined));
    child.once('close', () => {
      clearTimeout(limit);
      resolve(why);
    });
  });
}
