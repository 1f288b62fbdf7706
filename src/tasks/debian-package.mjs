// The package for Debian: what is built, beside what stands in src/package (its README says what that is).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = ['router.mjs', 'app', 'THIRD-PARTY.txt'];
/** For who has only the machine before them, and is sent to some of them by setup and doctor. The changelog is packed, as Debian asks. */
const PAPERS = [
  'README.md',
  'SECURITY.md',
  'docs/hardware.md',
  'docs/volunteer.md',
  'docs/volunteer.ja.md',
  'docs/pictures',
];
/** maintainer scripts */
const SCRIPTS = ['postinst', 'prerm', 'postrm'];

const read = (...path) => readFileSync(join(...path), 'utf8');

/** Every file and folder below `folder`, in one order whoever lists them. */
function below(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(folder, name)).sort();
}

/** The text of a licence, as Debian's form wants it: each line set in, an empty one as a dot. */
const setIn = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => (line === '' ? ' .' : ` ${line}`))
    .join('\n');

/** The copyright, taken from the licence. */
function copyright(source, licence) {
  const [, who] = /^Copyright \(c\) (.+)$/m.exec(licence);
  return `${source.trim()}\nCopyright: ${who}\nLicense: Expat\n${setIn(licence.slice(licence.indexOf('Permission')))}\n`;
}

function layOut(root, staging) {
  const from = join(root, 'src', 'package');
  cpSync(join(from, 'root'), staging, { recursive: true });
  const library = join(staging, 'usr', 'lib', 'hikyaku');
  mkdirSync(library, { recursive: true });
  for (const name of BUILT) cpSync(join(root, 'dist', name), join(library, name), { recursive: true });
  const papers = join(staging, 'usr', 'share', 'doc', 'hikyaku');
  mkdirSync(papers, { recursive: true });
  for (const name of PAPERS) cpSync(join(root, name), join(papers, name), { recursive: true });
  writeFileSync(join(papers, 'changelog.gz'), gzipSync(read(root, 'CHANGELOG.md'), { level: 9 }));
  writeFileSync(join(papers, 'copyright'), copyright(read(from, 'debian', 'copyright'), read(root, 'LICENSE')));
}

/** Control file, scripts and digests. */
function describe(root, staging, version) {
  const from = join(root, 'src', 'package', 'debian');
  const files = below(staging).filter((path) => statSync(path).isFile());
  const kibibytes = files.reduce((sum, path) => sum + Math.ceil(statSync(path).size / 1024), 0);
  const digests = files.map((path) => {
    const digest = createHash('md5').update(readFileSync(path)).digest('hex');
    return `${digest}  ${relative(staging, path)}\n`;
  });
  const to = join(staging, 'DEBIAN');
  mkdirSync(to);
  const control = read(from, 'control')
    .replace(/^Version: VERSION$/m, `Version: ${version}`)
    .replace(/^Installed-Size: SIZE$/m, `Installed-Size: ${kibibytes}`);
  writeFileSync(join(to, 'control'), control);
  writeFileSync(join(to, 'md5sums'), digests.join(''));
  for (const name of SCRIPTS) cpSync(join(from, name), join(to, name));
}

/** The same rights and times, whoever packs, and with whatever umask. */
function settle(staging, seconds) {
  for (const path of [staging, ...below(staging)]) {
    const isRun = SCRIPTS.includes(basename(path)) || path.startsWith(join(staging, 'usr', 'bin'));
    chmodSync(path, statSync(path).isDirectory() || isRun ? 0o755 : 0o644);
    lutimesSync(path, seconds, seconds);
  }
}

/**
 * Packs `hikyaku_VERSION_all.deb` into the folder `out`, and returns its path.
 * @param {string} root top of the repository, with what is built in its `dist`
 * @param {{ version: string, seconds: number, out: string }} of `seconds`: the date of all that is in it, since 1970
 */
export function packDebian(root, { version, seconds, out }) {
  const staging = mkdtempSync(join(tmpdir(), 'hikyaku-package-'));
  try {
    layOut(root, staging);
    describe(root, staging, version);
    settle(staging, seconds);
    const archive = join(out, `hikyaku_${version}_all.deb`);
    // One thread: how a file is cut for several would depend on the machine.
    const how = ['--root-owner-group', '-Zxz', '--threads-max=1', '--build'];
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(seconds) };
    execFileSync('dpkg-deb', [...how, staging, archive], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    return archive;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
