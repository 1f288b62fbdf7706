/** Turns a module of this folder into an expression that any browser evaluates, whatever the page's CSP says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundles = new Map<string, Promise<string>>(madeBefore());

/** What a faster machine has made for this one: a file with the sources of modules, by name (`../../radio/bundle.ts`). */
function madeBefore(): readonly (readonly [string, Promise<string>])[] {
  const file = process.env['HIKYAKU_PAGE_MODULES'];
  if (file === undefined) return [];
  const sources = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(sources).map(([module, source]) => [module, Promise.resolve(source)]);
}

async function bundle(module: string): Promise<string> {
  const { build } = await import('vite'); // takes long to load where it is not needed
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL(module, import.meta.url)),
        formats: ['iife'],
        name: 'injected',
        fileName: 'injected',
      },
    },
  });
  const first = Array.isArray(output) ? output[0] : output;
  const chunk = first !== undefined && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`${module} gave no code`);
  return chunk.code;
}

/** Source of a classic script that defines `injected` with the module's exports. */
export function sourceOf(module: string): Promise<string> {
  const source = bundles.get(module) ?? bundle(module);
  bundles.set(module, source);
  return source;
}

/** An expression that calls `name(...args)` of a module in the page and gives what it returns. */
export async function callOf(module: string, name: string, args: readonly unknown[]): Promise<string> {
  const list = args.map((arg) => JSON.stringify(arg)).join(', ');
  return `(() => {\n${await sourceOf(module)}\nreturn injected.${name}(${list});\n})()`;
}
