import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';

// simple-peer's source expects Node's `events` and `global`; its own browser bundle does not.
const SIMPLE_PEER_BUNDLE = 'simple-peer/simplepeer.min.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

const WORDS = new URL('src/app/i18n/', import.meta.url);
/** Tags of the languages that have words: the app offers those. */
const languages = readdirSync(WORDS).filter((name) => existsSync(new URL(`${name}/first.ts`, WORDS)));

/** The words of a language are found by the names of their files (src/tasks/words.mjs). */
function chunkName({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const [, tag, part] = /\/i18n\/([^/]+)\/(first|late)\.ts$/.exec(facadeModuleId ?? '') ?? [];
  return tag === undefined ? 'assets/[name]-[hash].js' : `assets/words-${tag}-${part}-[hash].js`;
}

/**
 * Small modules that nearly every chunk needs, with what they need themselves: in chunks of their own each would cost the
 * first load a request, a digest in the page and a dictionary of gzip's, about 200 bytes each.
 */
const COMMON = {
  name: 'common',
  test: /preload-helper|\/src\/(?:store\/names|sw\/api|protocol\/limits|transfer\/sendable|app\/late\/(?:parts|brought|idle)|app\/device\/(?:site-data|storage)|app\/log\/log|protocol\/(?:keys|groups|group-code)|app\/language\/language)\.ts/,
};

export default defineConfig({
  json: { namedExports: false }, // or each line of a table of characters becomes an export
  define: { HIKYAKU_APP_VERSION: JSON.stringify(version), HIKYAKU_LANGUAGES: JSON.stringify(languages) },
  resolve: { alias: [{ find: /^simple-peer$/, replacement: SIMPLE_PEER_BUNDLE }] },
  base: './', // what a proxy puts below a path of its own finds its parts as well
  build: {
    outDir: 'dist/app',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the CSP allows no data: URLs for scripts and styles
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { chunkFileNames: chunkName, codeSplitting: { groups: [COMMON] } } },
  },
  worker: { format: 'es' },
});
