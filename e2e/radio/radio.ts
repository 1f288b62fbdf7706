/** `npm run lab -- radio NAME [flags]`: the list, or one scenario to its end. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../drive/files.ts';
import { renderTable } from '../lab/table.ts';
import type { Options } from '../run/program.ts';
import { bundle } from './bundle.ts';
import { CATALOGUE, type Entry } from './catalogue.ts';
import { whyNoMachine } from './machine/debian.ts';
import { Machine } from './machine/machine.ts';
import { patienceFor } from './patience.ts';

/** More than any scenario takes; those that are left over cost nothing. */
const RADIOS = 12;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** `scenario`: its name; without it the list. Other flags are the scenario's. */
export async function run({ scenario, ...flags }: Options): Promise<unknown> {
  const entry = CATALOGUE.find(({ name }) => name === scenario);
  if (entry === undefined) {
    if (scenario !== undefined) {
      say(`There is no scenario of the radio lab "${scenario}".`);
      process.exitCode = 2;
    }
    list();
    return undefined;
  }
  const missing = whyNoMachine();
  if (missing !== undefined) {
    say(`No machine can be made here: ${missing}.`);
    process.exitCode = 2;
    return undefined;
  }
  if (entry.runs === 'outside') return (await entry.load()).run(flags);
  return playInside(entry, flags);
}

function list(): void {
  say('npm run lab -- radio NAME [--json FILE], where NAME is one of (minutes on two cores without KVM):\n');
  const rows = CATALOGUE.map(({ name, minutes, memoryMb, needs, shows }) => [
    name,
    `${minutes} min`,
    `${(memoryMb / 1_024).toFixed(1)} GB`,
    needs,
    shows,
  ]);
  say(
    renderTable({
      title: 'Scenarios on emulated radio',
      head: ['name', 'takes', 'memory', 'plays with', 'shows'],
      rows,
    }),
  );
}

async function playInside(entry: Entry & { readonly runs: 'inside' }, flags: Options): Promise<unknown> {
  const folder = await temporaryFolder('radio');
  const beside = await playBefore(entry, join(folder.path, 'beside.json'));
  const program = bundle(`./inside/${entry.name}.ts`, folder.path);
  program.catch(() => {}); // whoever waits for it hears of it
  const machine = await Machine.boot({
    say,
    memoryMb: entry.memoryMb,
    folders: [{ path: folder.path, writable: true }],
  });
  try {
    const patience = await patienceFor(machine);
    say(`The machine runs after ${(machine.bootMs / 1000).toFixed(1)} s (${machine.accelerator}).`);
    say(`What takes a second here takes ${patience.toFixed(0)} s there at most; limits of time are longer by that.\n`);
    await machine.radios(RADIOS);
    const { pcap } = flags;
    if (pcap !== undefined) await mkdir(join(folder.path, 'pcap'), { recursive: true });
    const outcome = join(folder.path, 'outcome.json');
    const given = {
      ...{ ...flags, ...beside, json: outcome },
      ...(pcap !== undefined && { pcap: join(folder.path, 'pcap') }),
    };
    const words = Object.entries(given).flatMap(([name, value]) => [`--${name}`, ...(value === '' ? [] : [value])]);
    const { command } = await program;
    const { status } = await machine.run(
      `export HIKYAKU_PATIENCE=${patience}; ${command} ${words.map((word) => `'${word}'`).join(' ')}`,
      { onLine: say },
    );
    process.exitCode = status;
    if (pcap !== undefined) await cp(join(folder.path, 'pcap'), pcap, { recursive: true });
    const text = await readFile(outcome, 'utf8').catch(() => undefined);
    if (text !== undefined) return JSON.parse(text);
    process.exitCode ||= 1; // it broke off
    return undefined;
  } finally {
    await machine.cutPower();
    await folder.remove();
  }
}

/** Gives the flag that tells the scenario of it. */
async function playBefore({ load }: Entry & { readonly runs: 'inside' }, file: string): Promise<Options> {
  if (load === undefined) return {};
  await writeFile(file, JSON.stringify(await (await load()).before(say)));
  return { beside: file };
}
