// CHANGELOG.md from one release to the next. Pure.

const UNRELEASED = '## [Unreleased]';
/** Where the section of a version ends: at the next one, or at the links below all of them. */
const NEXT = /^(?:## |\[[^\]]+\]: )/m;

/**
 * The changelog in which what was unreleased is `version` of `date`, and that section alone. `commits`: titles since `since`, the
 * release before; they stand below what was written by hand. Else what is wrong, in words.
 * @param {string} text
 * @param {{ version: string, date: string, since?: string | undefined, commits?: readonly string[] }} release
 * @returns {{ text: string, section: string } | { problem: string }}
 */
export function released(text, { version, date, since, commits = [] }) {
  const at = text.split('\n').indexOf(UNRELEASED);
  if (at < 0) return { problem: `CHANGELOG.md has no heading "${UNRELEASED}"` };
  if (text.includes(`## [${version}]`)) return { problem: `CHANGELOG.md has a version ${version} already` };
  const lines = text.split('\n');
  const before = lines.slice(0, at).join('\n');
  const rest = lines.slice(at + 1).join('\n');
  const end = NEXT.exec(rest)?.index ?? rest.length;
  const notes = rest.slice(0, end).trim();
  const titles =
    commits.length === 0 ? '' : `### Commits since ${since}\n\n${commits.map((one) => `- ${one}`).join('\n')}`;
  if (notes === '' && titles === '')
    return { problem: 'there is nothing to release: no notes under "Unreleased", no commits' };
  const section = [`## [${version}] - ${date}`, notes, titles].filter((part) => part !== '').join('\n\n');
  const after = rest.slice(end).trim();
  const parts = [before.trimEnd(), UNRELEASED, section, after].filter((part) => part !== '');
  return { text: `${parts.join('\n\n')}\n`, section };
}
