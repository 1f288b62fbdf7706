/** `up FILE [MACHINE]`, `down FILE` or `readdress FILE ADDRESS` in the namespace in which it was started; says the outcome as JSON. */
import { linksDown, linksUp, readdress } from '../../src/router/box/links/links.ts';
import { readBox } from '../../src/router/box/links/read-box.ts';

const [what = '', file = '', more] = process.argv.slice(2);
const box = readBox([file]);
if ('problems' in box) throw new Error(box.problems.join('\n'));
const outcome =
  what === 'up'
    ? linksUp(box, more === undefined ? undefined : JSON.parse(more))
    : what === 'down'
      ? linksDown()
      : readdress(box, more ?? '');
process.stdout.write(`${JSON.stringify(await outcome)}\n`);
