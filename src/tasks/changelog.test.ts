import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { released } from './changelog.mjs';

const HEAD = '# Changelog\n\nWhat people notice.\n';
const NOTES = '### For people\n\n- Files go over.\n';
const OLDER = '## [0.1.0] - 2026-11-23\n\n- It began.\n';
const release = { version: '0.2.0', date: '2026-11-29' };

test('what was unreleased becomes the version, above the older ones, and nothing is unreleased', () => {
  expect(released(`${HEAD}\n## [Unreleased]\n\n${NOTES}\n${OLDER}`, release)).toEqual({
    section: `## [0.2.0] - 2026-11-29\n\n${NOTES.trimEnd()}`,
    text: `${HEAD}\n## [Unreleased]\n\n## [0.2.0] - 2026-11-29\n\n${NOTES}\n${OLDER}`,
  });
});

test('commits stand below what was written by hand, in their order', () => {
  const made = released(`${HEAD}\n## [Unreleased]\n\n${NOTES}\n${OLDER}`, {
    ...release,
    since: '0.1.0',
    commits: ['Let a send wait', 'Show `lab -- quiet` <once>'],
  });
  expect(made).toMatchObject({
    section: `## [0.2.0] - 2026-11-29\n\n${NOTES}\n### Commits since 0.1.0\n\n- Let a send wait\n- Show \`lab -- quiet\` <once>`,
  });
});

test('without notes the commits are enough; the second release follows the first', () => {
  const first = released(`${HEAD}\n## [Unreleased]\n\n${NOTES}`, release);
  if ('problem' in first) throw new Error(first.problem);
  const second = released(first.text, { version: '0.2.1', date: '2026-11-30', since: '0.2.0', commits: ['Mend it'] });
  expect(second).toMatchObject({
    text: `${HEAD}\n## [Unreleased]\n\n## [0.2.1] - 2026-11-30\n\n### Commits since 0.2.0\n\n- Mend it\n\n${first.section}\n`,
  });
});

test('links at the end stay there', () => {
  const links = '[Unreleased]: https://example.org/compare\n';
  expect(released(`${HEAD}\n## [Unreleased]\n\n${NOTES}\n${links}`, release)).toMatchObject({
    text: `${HEAD}\n## [Unreleased]\n\n## [0.2.0] - 2026-11-29\n\n${NOTES}\n${links}`,
  });
});

test.each([
  ['no heading', `${HEAD}\n${OLDER}`, 'CHANGELOG.md has no heading "## [Unreleased]"'],
  [
    'nothing new',
    `${HEAD}\n## [Unreleased]\n\n${OLDER}`,
    'there is nothing to release: no notes under "Unreleased", no commits',
  ],
  [
    'a version twice',
    `${HEAD}\n## [Unreleased]\n\n- x\n\n## [0.2.0] - 2026-11-28\n`,
    'CHANGELOG.md has a version 0.2.0 already',
  ],
])('refused: %s', (_, text, problem) => {
  expect(released(text, release)).toEqual({ problem });
});

test('the changelog of this repository can be released', () => {
  const text = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
  expect(
    released(text, { version: '999.0.0', date: '2026-11-29', since: '998.0.0', commits: ['A title'] }),
  ).not.toHaveProperty('problem');
});
