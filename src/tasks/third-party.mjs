// Whose code is in the built files, and on which terms: the packages that the bundler took, with their licence texts. Left out are
// the few lines that vite and rolldown themselves put in.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package's maker bundled it, with what it depends on inside: our bundler sees one file. */
const BUNDLED_BY_ITS_MAKER = new Set(['simple-peer']);
/** `LICENCE` as well; NOTICE is what Apache-2.0 wants handed on. */
const TEXT = /^(?:licen[cs]e|copying|notice|copyrightnotice)(?:[.-]|$)/i;
const RULE = '-'.repeat(100);

/**
 * The folder of the package that a module belongs to; undefined for our own modules and those that the bundler makes up.
 * @param {string} id
 */
export const folderOf = (id) => /^\0?(\/?[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];

/**
 * Of one or several builds: `plugin` for vite, also for its workers, and `folders`, those of the packages that it saw so far.
 */
export function thirdParty() {
  const folders = new Set();
  const plugin = {
    name: 'hikyaku-third-party',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        for (const id of chunk.moduleIds ?? []) folders.add(folderOf(id));
      }
      folders.delete(undefined);
    },
  };
  return { plugin, folders };
}

/** As Node finds it: beside those who depend on it, or further up. */
function installed(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed`);
  return installed(name, dirname(from));
}

const readPackage = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

function withDependencies(folder) {
  const needed = Object.keys(readPackage(folder).dependencies ?? {}).map((name) => installed(name, folder));
  return [folder, ...needed.flatMap(withDependencies)];
}

function paperOf(folder) {
  const { name, version, license } = readPackage(folder);
  const files = readdirSync(folder).filter((file) => TEXT.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && typeof license !== 'string') {
    throw new Error(
      `${name} ${version} says nowhere on which terms it may be handed on: no licence file, no "license"`,
    );
  }
  const text = texts.length > 0 ? texts.join('\n\n') : `It brings no licence text. Its package.json says: ${license}`;
  return { title: `${name} ${version}`, text };
}

/**
 * What goes along with the built files: for each package its name, version and licence text. Throws where one has neither a
 * licence file nor the field.
 * @param {Iterable<string>} folders
 */
export function thirdPartyText(folders) {
  const all = [...folders].flatMap((folder) =>
    BUNDLED_BY_ITS_MAKER.has(readPackage(folder).name) ? withDependencies(folder) : [folder],
  );
  const papers = new Map(all.map(paperOf).map(({ title, text }) => [title, text]));
  const sorted = [...papers].sort(([a], [b]) => (a < b ? -1 : 1));
  const intro = 'Code of these packages is built into router.mjs and app. Hikyaku itself: see LICENSE.';
  return `${[intro, ...sorted.map(([title, text]) => `${RULE}\n${title}\n\n${text}`)].join('\n\n')}\n`;
}
