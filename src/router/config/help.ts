/** The text of `--help`. */
import { FLAGS } from './flags.ts';

export function helpText(): string {
  const lines = Object.entries(FLAGS).map(([name, { value, help }]) => `  ${`--${name} ${value}`.padEnd(32)} ${help}`);
  return [
    'Hikyaku: file exchange between phones behind Wi-Fi routers, peer to peer, without the Internet.',
    '',
    ...lines,
    `  ${'--help'.padEnd(32)} this text`,
    `  ${'--version'.padEnd(32)} the version`,
    '',
    'setup, doctor, undo: make this machine a box with an access point and a mesh, say what is wrong with it, and make it',
    'what it was before. `setup --help` lists what can be said to it. The package for Debian brings what they need.',
    '',
    'nat print|apply|remove [flags]: shows, sets up or takes away the rules by which this machine is the router between',
    '--lan and --backhaul. Only what the app, STUN, TURN and --open need is then reached from the backhaul: not SSH.',
    '',
    'dns print [flags]: prints the configuration by which dnsmasq gives phones on --lan their addresses and names. With',
    '--public-port 80 their search for the Internet ends at a page that says how to open the app (captive portal).',
    '',
    'board list [flags]: what is on the board of the router that runs with this --data-dir; with --letters the sealed letters it holds:',
    'how old and how long, for whom and left by whom. board pin|hide|remove ID [--undo] [flags]: a post or a letter stands first, or is',
    'given to nobody, or goes for good, at every router with the same mesh key.',
    '',
    'Each flag can be given as a variable as well: HIKYAKU_PORT for --port, HIKYAKU_METRICS=on for --metrics. A flag wins over',
    'its variable (--metrics=off).',
    'HIKYAKU_QR=1 prints the QR code of the address even where no terminal is watching, 0 never.',
    '',
  ].join('\n');
}
