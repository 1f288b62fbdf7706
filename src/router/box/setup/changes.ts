/** What a setup changes in the settings of a box that is one already. Pure. */
import { parseEnvironmentFile, quoted } from '../settings/environment-file.ts';

/** Never shown. */
const SECRETS: ReadonlySet<string> = new Set(['HIKYAKU_WIFI_PASSWORD', 'HIKYAKU_MESH_KEY']);

/** A line for each variable that will be another one; none: nothing changes. */
export function changesIn(before: string, after: string): readonly string[] {
  const [old, now] = [assigned(before), assigned(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [from, to] = [old.get(name) ?? '', now.get(name) ?? ''];
    if (from === to) return [];
    const shown = (value: string): string =>
      value === '' ? 'nothing' : SECRETS.has(name) ? 'a secret' : quoted(value);
    const [is, was] = [shown(to), shown(from)];
    return [`${name}: ${is === was ? 'another secret' : `${was} -> ${is}`}`];
  });
}

/**
 * The settings for the trial. The router's service reads the file before as well, and then these: what is not wanted any more is
 * empty, which is none for everybody who reads it.
 */
export function trialText(before: string, after: string): string {
  const now = assigned(after);
  const gone = [...assigned(before).keys()].filter((name) => !now.has(name));
  return gone.length === 0 ? after : `${after.trimEnd()}\n${gone.map((name) => `${name}=`).join('\n')}\n`;
}

const assigned = (text: string): ReadonlyMap<string, string> =>
  new Map(parseEnvironmentFile(text).assignments.map(({ name, value }) => [name, value]));
