/**
 * On a router's own machine: sees as `hikyaku setup` does what a client can do there, and writes as JSON what fails, and the
 * interfaces and namespaces that are left: `as-phone.ts BUNDLE ERRAND`.
 */

import { doFromNamespace } from '../../src/router/box/verify/namespace.ts';
import { type Errand, failuresOf } from '../../src/router/box/verify/wanted.ts';
import { runProgram } from '../../src/router/machine/run-program.ts';

const [bundle = '', text = '{}'] = process.argv.slice(2);
const errand = JSON.parse(text) as Errand;

const there = async (): Promise<string> => {
  const [links, namespaces] = await Promise.all([
    runProgram(['ip', '-br', 'link']),
    runProgram(['ip', 'netns', 'list']),
  ]);
  // A bridge that loses a port says so in flags a moment later.
  const names = links.stdout.split('\n').map((line) => line.split(/\s/)[0]);
  return [...names, namespaces.stdout].join(' ');
};

const before = await there();
const failures = failuresOf(errand, await doFromNamespace([process.execPath, bundle], errand));
process.stdout.write(`${JSON.stringify({ failures, isAsBefore: (await there()) === before })}\n`);
