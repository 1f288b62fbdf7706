/** Flags for the way in: the port that phones use, the Wi-Fi on the poster, and the input of dnsmasq. */
import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { dnsText } from '../net/dns-settings.ts';
import { natSettings } from '../net/nat-settings.ts';
import { networksOf } from '../net/networks.ts';
import { parseCommand } from './command.ts';
import type { Config } from './config.ts';

const parsed = (...args: readonly string[]) => parseCommand(args, {}, 'host');
function configOf(...args: readonly string[]): Config {
  const command = parsed(...args);
  if (command.do !== 'run') throw new Error(JSON.stringify(command));
  return command.config;
}

describe('the Wi-Fi for the poster', () => {
  it.each([
    [['--ssid', '避難所 1'], { ssid: '避難所 1' }],
    [['--ssid', 'A', '--wifi-password', 'eight ch'], { ssid: 'A', password: { key: 'eight ch' } }],
    [['--ssid', 'A', '--wifi-password-file', '/p'], { ssid: 'A', password: { file: '/p' } }],
  ])('%j', (args, wifi) => {
    expect(configOf(...args).wifi).toEqual(wifi);
  });

  it.each([
    [['--ssid', ''], /^--ssid "": expected a Wi-Fi name of 1 to 32 bytes$/],
    [['--ssid', '避'.repeat(11)], /1 to 32 bytes/],
    [['--ssid', 'a\nb'], /1 to 32 bytes/],
    [['--ssid', 'A', '--wifi-password', 'seven c'], /^--wifi-password: expected a Wi-Fi password of 8 to 63/],
    [['--ssid', 'A', '--wifi-password', 'パスワードパスワード'], /8 to 63/],
    [['--ssid', 'A', '--wifi-password', 'x'.repeat(64)], /8 to 63/],
    [['--wifi-password', 'eight ch'], /needs --ssid/],
    [['--ssid', 'A', '--wifi-password', 'eight ch', '--wifi-password-file', 'f'], /not both/],
    [['--public-port', '0'], /from 1 to 65535/],
    [['dns'], /^dns: expected dns print$/],
    [['dns', 'apply'], /^dns apply: expected dns print$/],
  ])('%j is wrong', (args, problem) => {
    expect(parsed(...args)).toEqual({ do: 'complain', problem: expect.stringMatching(problem) });
  });
});

const at = (cidr: string): NetworkInterfaceInfo => ({
  family: 'IPv4',
  address: cidr.split('/')[0] ?? '',
  netmask: '',
  mac: '',
  internal: false,
  cidr,
});
const INTERFACES = { lan0: [at('192.168.42.1/24')], bh0: [at('192.168.1.144/24')] };
const SIDES = ['--lan', 'lan0', '--backhaul', 'bh0'];

describe('the port that phones use', () => {
  const web = (...args: readonly string[]) => {
    const config = configOf(...SIDES, ...args);
    return natSettings(config, networksOf(config, INTERFACES));
  };
  it('is led to the port of the app', () => {
    expect(web('--public-port', '80')).toMatchObject({ web: { public: 80, own: 8080 } });
  });
  it('needs no redirection where they are the same, or where none is named', () => {
    expect(web('--public-port', '80', '--port', '80')).not.toHaveProperty('web');
    expect(web()).not.toHaveProperty('web');
  });
  it('cannot lead to a port that is unknown before the start', () => {
    expect(web('--public-port', '80', '--port', '0')).toHaveProperty('problem');
  });
});

describe('dns print', () => {
  const text = (trusted: boolean, ...args: readonly string[]) => {
    const config = configOf(...args);
    const outcome = dnsText(config, networksOf(config, INTERFACES), 'files.example.org', trusted);
    return 'said' in outcome ? outcome.said : outcome.problem;
  };
  const TLS = ['--https-port', '8443', '--tls-cert', 'c', '--tls-key', 'k'];

  it('reads the same flags', () => {
    expect(parsed('dns', 'print', '--lan', 'lan0')).toMatchObject({ do: 'dns', config: { lan: { name: 'lan0' } } });
  });
  it('needs the LAN by name: on the wrong network it would answer other people’s phones', () => {
    expect(text(false)).toBe('dns needs --lan: the network that gets addresses and names from this machine');
    expect(text(false, '--lan', 'lan9')).toBe('--lan lan9: this interface has no IPv4 address now');
  });
  it('leads the names of probes here when phones find the app on port 80', () => {
    expect(text(false, '--lan', 'lan0')).not.toContain('captive.apple.com');
    expect(text(false, '--lan', 'lan0', '--port', '80')).toContain('captive.apple.com');
    expect(text(false, '--lan', 'lan0', '--public-port', '80')).toContain('captive.apple.com');
  });
  it('announces the state only with a certificate that phones trust', () => {
    const option = 'dhcp-option=114,https://files.example.org:8443/captive';
    expect(text(true, '--lan', 'lan0', ...TLS)).toContain(option);
    expect(text(false, '--lan', 'lan0', ...TLS)).not.toContain('dhcp-option=114');
    expect(text(true, '--lan', 'lan0')).not.toContain('dhcp-option=114');
  });
});
