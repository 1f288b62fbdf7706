// Which version comes next. Pure.

const STEPS = ['major', 'minor', 'patch'];
/** Three numbers and nothing else: no release of ours is a candidate of another one. */
const VERSION = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;

/** @param {string} text */
function parse(text) {
  const [, ...numbers] = VERSION.exec(text) ?? [];
  return numbers.length === 0 ? undefined : numbers.map(Number);
}

/**
 * The version after `current` that `wanted` means: a step, or the version itself, which has to be higher; the first of all releases
 * may also be what stands there. Else what is wrong, in words.
 * @param {string} current
 * @param {string} wanted
 * @param {boolean} isFirst
 * @returns {{ version: string } | { problem: string }}
 */
export function nextVersion(current, wanted, isFirst = false) {
  const now = parse(current);
  if (now === undefined) return { problem: `the version in package.json, "${current}", is none` };
  const step = STEPS.indexOf(wanted);
  if (step >= 0) return { version: now.map((n, at) => (at < step ? n : at === step ? n + 1 : 0)).join('.') };
  const next = parse(wanted);
  if (next === undefined)
    return { problem: `"${wanted}" is no version; expected ${STEPS.join(', ')} or three numbers` };
  const differs = next.findIndex((number, at) => number !== now[at]);
  const isFit = differs < 0 ? isFirst : next[differs] > now[differs];
  return isFit ? { version: wanted } : { problem: `${wanted} is not higher than ${current}` };
}
