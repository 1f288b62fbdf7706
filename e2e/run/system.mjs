/** What the tests need from the machine: npm's packages and Debian's. Plain Node, because nothing is installed yet. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const LIBRARIES = process.arch === 'arm64' ? '/usr/lib/aarch64-linux-gnu' : '/usr/lib/x86_64-linux-gnu';

/** Debian's packages, and for each the file that shows that it is there, however it was installed. */
const DEBIAN_PACKAGES = {
  chromium: 'chromium',
  'chromium-headless-shell': 'chromium-headless-shell',
  'firefox-esr': 'firefox-esr',
  'webkit2gtk-driver': 'WebKitWebDriver',
  'python3-gi': '/usr/lib/python3/dist-packages/gi/__init__.py',
  'gir1.2-gtk-3.0': `${LIBRARIES}/girepository-1.0/Gtk-3.0.typelib`,
  'gir1.2-webkit2-4.1': `${LIBRARIES}/girepository-1.0/WebKit2-4.1.typelib`,
  'wpewebkit-driver': 'WPEWebDriver',
  'libwpewebkit-1.1-0': `${LIBRARIES}/wpe-webkit-1.1/MiniBrowser`,
  xvfb: 'Xvfb',
  coturn: 'turnserver',
  nftables: 'nft',
  systemd: 'systemd-analyze',
  iproute2: 'ip',
  tcpdump: 'tcpdump',
  'dnsmasq-base': 'dnsmasq',
  'wireless-regdb': '/lib/firmware/regulatory.db',
  udhcpc: 'udhcpc',
  hostapd: 'hostapd',
  wpasupplicant: 'wpa_supplicant',
  'libsystemd-shared': `${LIBRARIES}/systemd/libsystemd-shared-252.so`,
  openssl: 'openssl',
  'libnss3-tools': 'certutil',
  webp: 'img2webp',
  python3: '/usr/bin/python3',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  'fonts-noto-core': '/usr/share/fonts/truetype/noto/NotoSansMyanmar-Regular.ttf',
  'fonts-noto-color-emoji': '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
};

export function say(line) {
  process.stdout.write(`${line}\n`);
}

function present(file) {
  if (file.startsWith('/')) return existsSync(file);
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, file)));
}

/** Runs a command with its output on this terminal; true when it succeeded. */
export function run(command, args, env = {}) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  return result.status === 0;
}

/** The path of a command that npm installed. */
export const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

/** Installs npm's packages when they are missing or older than the lock file; true when they are there. */
export function installPackages() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  const lock = join(ROOT, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  say('Installing packages (npm ci)');
  return run('npm', ['ci', '--no-audit', '--no-fund']);
}

const APT = 'apt-get update -q; exec apt-get install -y -q --no-install-recommends "$@"';

/** Resolves to what it says. */
async function apt(names) {
  const folder = mkdtempSync(join(tmpdir(), 'hikyaku-apt-'));
  const said = join(folder, 'said.txt');
  const log = openSync(said, 'w');
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await once(spawn('sh', ['-c', APT, 'sh', ...names], { stdio: ['ignore', log, log], env }), 'close');
    return readFileSync(said, 'utf8');
  } finally {
    closeSync(log);
    rmSync(folder, { recursive: true });
  }
}

/**
 * Installs Debian's packages when this user may. Resolves to those that are still missing. Other commands may run meanwhile: what apt
 * says is shown at the end, in one piece.
 */
export async function installDebianPackages() {
  const missing = () =>
    Object.entries(DEBIAN_PACKAGES)
      .filter(([, file]) => !present(file))
      .map(([name]) => name);
  const wanted = missing();
  if (wanted.length === 0) return [];
  const mayInstall = process.getuid?.() === 0 && present('apt-get');
  if (mayInstall) {
    say(`Installing Debian packages: ${wanted.join(' ')}`);
    process.stdout.write(await apt(wanted));
  }
  const still = missing();
  if (still.length > 0) {
    say(`Missing: ${still.join(' ')}. As root: apt-get install --no-install-recommends ${still.join(' ')}`);
  }
  return still;
}
