// `npm run release -- [major|minor|patch|X.Y.Z] [--dry-run]`: makes a version of what is committed. Asks for the version where none
// is given. Writes package.json, package-lock.json and CHANGELOG.md, builds, packs dist/hikyaku-X.Y.Z.tar.gz and tries it, commits
// and tags. When a step fails, the files are as before and there is no archive; when only the tag fails, it says how to set it.
// Pushes nothing, and does not run the tests: `npm test` and `npm run test:grid` come first.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { archiveOf, pack, sha256, tryOut } from './artefact.mjs';
import { released } from './changelog.mjs';
import { nextVersion } from './next-version.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CHANGELOG = 'CHANGELOG.md';
const WRITTEN = ['package.json', 'package-lock.json', CHANGELOG];

/** Something that its person has to put right first. */
class Refusal extends Error {}

const say = (line) => process.stderr.write(`${line}\n`);
const read = (name) => readFileSync(join(ROOT, name), 'utf8');
const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
const step = (command, ...args) => execFileSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });

/** What went well of a value that else names its problem. */
function good(outcome) {
  if ('problem' in outcome) throw new Refusal(outcome.problem);
  return outcome;
}

async function ask(current) {
  if (!process.stdin.isTTY) throw new Refusal('which version? major, minor, patch, or three numbers');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`This is ${current}. Which version comes now (major, minor, patch, X.Y.Z)? `);
  terminal.close();
  return answer.trim();
}

/** The tags of versions, the highest first. */
function versionTags(...which) {
  const tags = git('tag', '--list', 'v*', '--sort=-version:refname', ...which).split('\n');
  return tags.filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
}

/** Titles since `tag`, in the order in which they were made. Without a tag everything is new, and the notes alone tell of it. */
function titlesSince(tag) {
  if (tag === undefined) return [];
  return git('log', '--no-merges', '--reverse', '--format=%s', `${tag}..HEAD`).split('\n').filter(Boolean);
}

async function plan(wanted) {
  const changed = git('status', '--porcelain');
  if (changed !== '') throw new Refusal(`there are changes that are not committed:\n${changed}`);
  const { version: current } = JSON.parse(read('package.json'));
  const isFirst = versionTags().length === 0;
  const { version } = good(nextVersion(current, wanted ?? (await ask(current)), isFirst));
  const [tag] = versionTags('--merged', 'HEAD'); // the last one on the way to here
  if (tag !== undefined) good(nextVersion(tag.slice(1), version));
  if (git('tag', '--list', `v${version}`) !== '') throw new Refusal(`there is a tag v${version} already`);
  const date = new Date().toISOString().slice(0, 10);
  const changelog = good(released(read(CHANGELOG), { version, date, since: tag?.slice(1), commits: titlesSince(tag) }));
  return { version, ...changelog };
}

/** As if nothing had been tried. `before`: names and texts of the files. */
function undo(before, version) {
  for (const [name, old] of before) writeFileSync(join(ROOT, name), old);
  git('reset', '--quiet');
  rmSync(archiveOf(ROOT, version), { force: true });
  say('Nothing was released; the files are as before.');
}

/** The tag of what is committed, for a person to type. */
const howToTag = (version) =>
  `  git tag --annotate v${version} --message 'Hikyaku ${version}' ${git('rev-parse', 'HEAD')}`;

/** Packs, tries and commits; the archive. */
async function commit({ version, text }) {
  const before = WRITTEN.map((name) => [name, read(name)]);
  const head = git('rev-parse', 'HEAD');
  try {
    step('npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
    writeFileSync(join(ROOT, CHANGELOG), text);
    step(process.execPath, 'src/tasks/build.mjs');
    const archive = pack(ROOT, version);
    await tryOut(archive, version);
    step('git', 'add', ...WRITTEN);
    step('git', 'commit', '--quiet', '--message', `Release ${version}`);
    return archive;
  } catch (error) {
    // Not by its subject: a hook may have given it another one.
    if (git('rev-parse', 'HEAD') === head) undo(before, version);
    else say(`It is committed all the same, but not tagged. To tag it:\n${howToTag(version)}`);
    throw error;
  }
}

function tag(version) {
  try {
    step('git', 'tag', '--annotate', `v${version}`, '--message', `Hikyaku ${version}`);
  } catch {
    throw new Error(`committed, but not tagged. Put right what git said, then:\n${howToTag(version)}`);
  }
}

async function main(args) {
  const [wanted, ...more] = args.filter((arg) => arg !== '--dry-run');
  if (more.length > 0 || wanted?.startsWith('-')) throw new Refusal('expected one version, and perhaps --dry-run');
  const planned = await plan(wanted);
  say(`Version ${planned.version}. In ${CHANGELOG}:\n\n${planned.section}\n`);
  if (args.includes('--dry-run')) {
    say(
      `Nothing was written. Without --dry-run: dist/hikyaku-${planned.version}.tar.gz, a commit, and the tag v${planned.version}.`,
    );
    return;
  }
  const archive = await commit(planned);
  process.stdout.write(`${sha256(archive)}  ${archive}\n`);
  tag(planned.version);
  say(`Committed and tagged as v${planned.version}; nothing was pushed.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  say(`release: ${error instanceof Error ? error.message : error}`);
  process.exitCode = error instanceof Refusal ? 2 : 1;
}
