/** What the documents name is there: the files that they lead to, the headings, the sources that they speak of. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PAPERS } from './artefact.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Made by a build or a run, and not in the repository. */
const NOT_OURS = /^(?:node_modules|dist|e2e\/output|\.git)(?:\/|$)/;

function below(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    const name = relative(ROOT, path).split(sep).join('/');
    if (NOT_OURS.test(name)) return [];
    return entry.isDirectory() ? [name, ...below(path)] : [name];
  });
}

const all = new Set(below(ROOT));
/** Not the changelog: what it tells of old versions stays as it was. */
const papers = [...all].filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
const textOf = (paper: string): string => readFileSync(join(ROOT, paper), 'utf8');

/** As the sites that show Markdown make it: lower case, without signs, a hyphen for each blank. */
const anchorsOf = (paper: string): ReadonlySet<string> =>
  new Set(
    [...textOf(paper).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

function isThere(paper: string, link: string): boolean {
  const [path = '', anchor] = link.split('#', 2);
  const target = path === '' ? paper : normalize(join(dirname(paper), path)).replace(/\/$/, '');
  return all.has(target) && (anchor === undefined || anchorsOf(target).has(anchor));
}

/** Links to what is in the repository. */
function linksOf(paper: string): readonly string[] {
  const links = [...textOf(paper).matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? '',
  );
  return links.filter((link) => !/^\w+:/.test(link));
}

test.each(papers)('links of %s lead somewhere', (paper) => {
  expect(linksOf(paper).filter((link) => !isThere(paper, link))).toEqual([]);
});

const isPacked = (path: string): boolean => PAPERS.some((packed) => path === packed || path.startsWith(`${packed}/`));

test.each(papers.filter(isPacked))('what %s leads to is in the archive of a release, but for the sources', (paper) => {
  const elsewhere = linksOf(paper).filter((link) => !link.startsWith('#'));
  const targets = elsewhere.map((link) => normalize(join(dirname(paper), link.replace(/#.*/, ''))));
  expect(targets.filter((path) => !/^(?:src|e2e)(?:\/|$)/.test(path) && !isPacked(path))).toEqual([]);
});

/** A source in a paper: from the top, from the paper itself, or its end alone, as one would say it aloud (`signaling/hub.ts`). */
function isSource(paper: string, name: string): boolean {
  if (name.startsWith('../')) return all.has(normalize(join(dirname(paper), name)));
  return [...all].some((path) => path === name || path.endsWith(`/${name}`));
}

test.each(papers)('sources that %s names are there', (paper) => {
  const text = textOf(paper);
  const quoted = [...text.matchAll(/`([\w./@-]+)`/g)].map(([, word = '']) => word.replace(/\/$/, ''));
  const inCommands = [...text.matchAll(/(?<![\w./-])(?:src|e2e)\/[\w./-]+\.(?:tsx?|mjs)\b/g)].map(([word]) => word);
  const code = [...quoted, ...inCommands];
  const sources = code.filter((word) => /\.(?:tsx?|mjs)$/.test(word) || /^(?:src|e2e|docs|public)\//.test(word));
  expect(sources.filter((word) => !NOT_OURS.test(word) && !isSource(paper, word))).toEqual([]);
});
