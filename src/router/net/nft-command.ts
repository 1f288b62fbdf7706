/** `router.mjs nat print|apply|remove`: the only file that runs nft and changes settings of the kernel. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import type { NatAction } from '../config/choices.ts';
import type { Config } from '../config/config.ts';
import type { Interfaces } from '../machine/addresses.ts';
import { lacksNetAdmin } from '../machine/capabilities.ts';
import { findProgram } from '../machine/surroundings.ts';
import { natSettings } from './nat-settings.ts';
import { networksOf } from './networks.ts';
import { KERNEL_SETTINGS, natRules, removal } from './nft.ts';

type Outcome = { readonly said: string } | { readonly problem: string };

export function natCommand(
  action: NatAction,
  config: Config,
  interfaces: Interfaces,
  searchPath: string | undefined,
): Outcome {
  if (action === 'remove') {
    const problem = runNft(removal(), searchPath);
    return problem ? { problem } : { said: 'the rules are removed; settings of the kernel stay until the next boot' };
  }
  const settings = natSettings(config, networksOf(config, interfaces, 'configured'));
  if ('problem' in settings) return settings;
  const rules = natRules(settings);
  if (action === 'print')
    return { said: [rules, ...KERNEL_SETTINGS.map(([name, value]) => `# sysctl -w ${name}=${value}`)].join('\n') };
  const problem = runNft(rules, searchPath) ?? setKernel();
  const { lan, backhaul, kind } = settings;
  return problem ? { problem } : { said: `${lan.cidr} leaves through ${backhaul.interface}, ${kind}` };
}

/** The error, or `undefined`. nft loads a file as a whole or not at all. */
function runNft(rules: string, searchPath: string | undefined): string | undefined {
  const lacking = lacksNetAdmin();
  if (lacking !== undefined) return `nat changes the rules of the kernel: ${lacking}`;
  // Debian keeps it outside an ordinary PATH.
  const nft = findProgram('nft', [searchPath ?? '', '/usr/sbin', '/sbin'].join(delimiter));
  if (nft === undefined) return 'nft is not installed: apt-get install nftables';
  const { status, stderr, error } = spawnSync(nft, ['-f', '-'], { input: rules, encoding: 'utf8' });
  if (error !== undefined) return `nft cannot be run: ${error.message}`;
  return status === 0 ? undefined : `nft refused the rules: ${stderr.trim().split('\n')[0] ?? ''}`;
}

/** Call after loading the rules: the settings of connection tracking exist only once something tracks. */
function setKernel(): string | undefined {
  for (const [name, value] of KERNEL_SETTINGS) {
    const path = `/proc/sys/${name.replaceAll('.', '/')}`;
    try {
      if (readFileSync(path, 'utf8').trim() !== value) writeFileSync(path, value);
    } catch (error) {
      return `the rules are set, but sysctl ${name}=${value} is refused (${error instanceof Error ? error.message : String(error)})`;
    }
  }
  return undefined;
}
