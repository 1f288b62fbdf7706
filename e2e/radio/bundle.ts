/**
 * A scenario of the lab as one file, and what it puts into pages as another: made here, because compilers take minutes in a machine
 * that is emulated.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { sourceOf } from '../drive/page/inject.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As `callOf` is asked for them. */
const PAGE_MODULES = [
  './screen.ts',
  '../../lab/connections.ts',
  '../../lab/device-list.ts',
  '../../lab/screen-history.ts',
];

export type Bundle = {
  /** Shell words that run it with Node, with all its variables. Flags may follow. */
  readonly command: string;
};

/** `scenario`: a file of this folder that exports `run`. Everything is written to `folder`, which the machine must see. */
export async function bundle(scenario: string, folder: string): Promise<Bundle> {
  const entry = join(folder, 'entry.ts');
  const paths = [scenario, '../run/program.ts'].map((path) =>
    JSON.stringify(fileURLToPath(new URL(path, import.meta.url))),
  );
  await writeFile(
    entry,
    `import { run } from ${paths[0]};\nimport { runToTheEnd } from ${paths[1]};\nawait runToTheEnd(run, process.argv.slice(2));\n`,
  );
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [
      { name: 'where-it-was', enforce: 'pre', transform: (code, id) => whereItWas(code, id) },
      // Its many files take half a minute to load; phones are Chromiums here.
      {
        name: 'no-firefox',
        enforce: 'pre',
        resolveId: (id) => (id === 'puppeteer-core' ? '\0no-firefox' : null),
        load: noFirefox,
      },
    ],
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'scenario.mjs', codeSplitting: false } },
    },
  });
  const sources = await Promise.all(PAGE_MODULES.map(async (module) => [module, await sourceOf(module)] as const));
  await writeFile(join(folder, 'page-modules.json'), JSON.stringify(Object.fromEntries(sources)));
  // From there its libraries are found, and programs that stand beside it.
  const at = join(ROOT, 'node_modules/.cache/radio-scenario.mjs');
  const link = `ln -sf ${join(folder, 'scenario.mjs')} ${at}`;
  const variables = `HIKYAKU_BUILT=yes HIKYAKU_PAGE_MODULES=${join(folder, 'page-modules.json')}`;
  return { command: `${link} && ${variables} node --preserve-symlinks-main ${at}` };
}

function noFirefox(id: string): string | null {
  return id === '\0no-firefox'
    ? "export const launch = () => { throw new Error('no Firefox in the machine'); };"
    : null;
}

/** Files that stand beside a source are still looked for there. */
function whereItWas(code: string, id: string): string {
  return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href));
}
