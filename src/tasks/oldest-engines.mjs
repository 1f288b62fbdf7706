// Refuses to ship what the oldest engines lack. They are Safari 15 (an iPhone 6s or 7 ends there), Chrome 91 and
// Firefox 115 (the first ESR with module workers). One pattern or call that such an engine does not know leaves its
// user a blank page, and nobody here would see it: so the built files are parsed. Versions are those of MDN's
// browser-compat-data.
//
// Not found: a method that is taken as a value and called later (`const f = list.toSorted; f.call(list)`), and a global
// that is (`const copy = structuredClone`). A file may use what it tests for at its top level, or anywhere by `typeof
// X` (or `typeof A.X`) or `'X' in …`: one such test covers the whole file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { lackingInStyles } from './oldest-styles.mjs';

/** The language of the built files. Parts of it that the oldest engines lack (static blocks) are refused as well. */
export const TARGET = 'es2022';
/** Styles are translated as far as possible. */
export const CSS_TARGET = ['safari15', 'ios15', 'chrome91', 'firefox115'];

/** Members of globals, and the Safari that has them, or another engine that got them later. */
const STATICS = {
  AbortSignal: { abort: 'Chrome 93', any: '17.4', timeout: '16' },
  Array: { fromAsync: '16.4' },
  crypto: { randomUUID: '15.4' },
  Error: { captureStackTrace: '17.2', isError: '18.4' },
  Iterator: { from: '18.4', concat: '26.4' },
  Map: { groupBy: '17.4' },
  Math: { sumPrecise: '26.2' },
  navigator: { locks: '15.4', userActivation: '16.4', wakeLock: '16.4' },
  Object: { groupBy: '17.4' },
  Promise: { try: '18.2', withResolvers: '17.4' },
  ReadableStream: { from: '27' },
  RegExp: { escape: '18.2' },
  Response: { json: '17' },
  Uint8Array: { fromBase64: '18.2', fromHex: '18.2' },
  URL: { canParse: '17', parse: '18' },
};

/** Calls of these are refused on any object: no class of ours has methods of such names. */
const METHODS = {
  ...{ findLastIndex: '15.4', toReversed: '16', toSorted: '16', toSpliced: '16' },
  ...{ isWellFormed: '16.4', toWellFormed: '16.4', toBase64: '18.2', toHex: '18.2', setFromBase64: '18.2' },
  ...{ union: '17', intersection: '17', difference: '17', symmetricDifference: '17', with: '16' },
  ...{ isDisjointFrom: '17', isSubsetOf: '17', isSupersetOf: '17' },
  ...{ getOrInsert: '26.2', getOrInsertComputed: '26.2', transferToFixedLength: '17.4', throwIfAborted: '15.4' },
  ...{ showModal: '15.4', requestClose: '18.4', showPicker: '16', requestSubmit: '16', checkVisibility: '17.4' },
  ...{ attachInternals: '16.4', showPopover: '17', togglePopover: '17', setHTML: 'none', moveBefore: 'none' },
  ...{ roundRect: '16', startViewTransition: '18' },
};

/** Globals that must be tested for (`typeof X`) in the file that uses them. */
const GLOBALS = {
  ...{
    BroadcastChannel: '15.4',
    structuredClone: '15.4',
    reportError: '15.4',
    SharedWorker: '16',
    Float16Array: '18.2',
  },
  ...{ CompressionStream: '16.4', DecompressionStream: '16.4', OffscreenCanvas: '16.4', Notification: '16.4' },
  ...{
    ImageDecoder: '27',
    URLPattern: '26',
    CloseWatcher: '27',
    scheduler: 'none',
    Temporal: 'none',
    Iterator: '18.4',
  },
  ...{ DisposableStack: '27', cookieStore: '18.4', navigation: '26.2', requestIdleCallback: 'none' },
  ...{ RTCDtlsTransport: '15.4', RTCError: '15.4', SharedArrayBuffer: '15.2', ElementInternals: '16.4' },
};

/** What is wrong with a pattern, or nothing. Modifiers are `(?i:…)`. */
function patternFault(pattern, flags) {
  if (/(?<!\\)(?:\\\\)*\(\?<[=!]/.test(pattern)) return 'lookbehind: Safari 16.4';
  if (/(?<!\\)(?:\\\\)*\(\?[ims]*-?[ims]*:/.test(pattern.replaceAll('(?:', '('))) return 'modifiers: Safari 26';
  return flags.includes('v') ? 'flag v: Safari 17' : undefined;
}

const nameOf = (node) => (node.computed ? literal(node.property) : node.property.name);
/** The text of a string; minifiers write strings as templates. */
function literal(node) {
  if (node?.type === 'TemplateLiteral') return node.quasis.length === 1 ? node.quasis[0].value.cooked : undefined;
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

const has = (table, name) => typeof name === 'string' && Object.hasOwn(table, name);

const GLOBAL_SCOPES = new Set(['globalThis', 'self', 'window']);

/** `globalThis.X` is looked at like `X`. */
function globalName(node) {
  if (node.type === 'Identifier') return node.name;
  const isThere = node.type === 'MemberExpression' && GLOBAL_SCOPES.has(node.object.name);
  return isThere ? nameOf(node) : undefined;
}

/** The name of a member of a global that some engine lacks. */
function staticName(node) {
  const isKnown = node.type === 'MemberExpression' && has(STATICS, globalName(node.object));
  return isKnown && has(STATICS[globalName(node.object)], nameOf(node)) ? nameOf(node) : undefined;
}

/** Methods that call what stands before them: `Array.prototype.toSorted.call(list)`. */
const BORROWING = new Set(['call', 'apply', 'bind']);

/** The methods that a test reads: `a.b`, `!a.b`, `a.b !== undefined`, `c && a.b`. */
function* readsIn(test) {
  switch (test.type) {
    case 'MemberExpression':
      if (has(METHODS, nameOf(test))) yield test;
      return;
    case 'UnaryExpression':
      yield* readsIn(test.argument);
      return;
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      yield* readsIn(test.expression);
      return;
    case 'BinaryExpression':
    case 'LogicalExpression':
      yield* readsIn(test.left);
      yield* readsIn(test.right);
  }
}

/**
 * What `{ a, b: c }` takes out of a global: the property, whose it is, and its name. A property with a default is only
 * taken where it exists.
 */
function* takenFrom(owner, { type, properties }) {
  if (type !== 'ObjectPattern') return;
  for (const property of properties) {
    if (property.type !== 'Property') continue;
    const name = property.computed ? literal(property.key) : (property.key.name ?? literal(property.key));
    if (property.value.type === 'AssignmentPattern') continue;
    yield [property, owner, name];
    if (GLOBAL_SCOPES.has(owner)) yield* takenFrom(name, property.value);
  }
}

/** What one walk through a file collects: what the oldest engines lack, and where the file looks before it uses something. */
class Findings {
  /** Used only where they exist: `a.b?.()`, `a.b?.c`. */
  asked = new Set();
  /** Names that the file looks for before it uses them. */
  lookedFor = new Set();
  #found = [];
  /** Where a test reads a method. It counts in that function only: elsewhere another method may have the same name. */
  #tested = [];
  #functions;
  #used = [];

  constructor(code) {
    this.#functions = [{ start: 0, end: code.length }];
  }

  note({ start }, what) {
    this.#found.push({ at: start, what });
  }

  pattern(node, source, flags) {
    const fault = patternFault(source, flags);
    if (fault !== undefined) this.note(node, `a pattern with ${fault}`);
  }

  enter(node) {
    this.#functions.push(node);
  }

  test(node) {
    this.#tested.push(...readsIn(node));
  }

  method(node) {
    const name = node.type === 'MemberExpression' ? nameOf(node) : undefined;
    if (has(METHODS, name)) this.#used.push([node, name, `.${name}(): Safari ${METHODS[name]}`]);
  }

  global(node, name) {
    if (has(GLOBALS, name)) this.#used.push([node, name, `${name}: Safari ${GLOBALS[name]}`]);
  }

  member(node, owner, name) {
    if (GLOBAL_SCOPES.has(owner) && node.type === 'Property') this.global(node, name);
    if (has(STATICS, owner) && has(STATICS[owner], name))
      this.#used.push([node, name, `${owner}.${name}: ${STATICS[owner][name].replace(/^\d/, 'Safari $&')}`]);
  }

  take(pattern, from) {
    const owner = from && globalName(from);
    if (owner !== undefined) for (const taken of takenFrom(owner, pattern)) this.member(...taken);
  }

  made(node) {
    const name = globalName(node.callee);
    this.global(node, name);
    // A bundler turns patterns that it cannot translate into these.
    const [source, flags] = node.arguments;
    if (name === 'RegExp' && literal(source) !== undefined) this.pattern(node, literal(source), literal(flags) ?? '');
  }

  /** In the order of the file. */
  all() {
    for (const [node, name, what] of this.#used)
      if (!this.asked.has(node) && !this.lookedFor.has(name) && !this.#isTested(node, name)) this.note(node, what);
    return this.#found.sort((one, other) => one.at - other.at);
  }

  #isTested(node, name) {
    return this.#tested.some((read) => {
      if (nameOf(read) !== name) return false;
      const around = this.#functions.filter(({ start, end }) => start <= read.start && read.end <= end);
      return around.every(({ start, end }) => start <= node.start && node.end <= end);
    });
  }
}

const visitor = (findings) => ({
  Literal(node) {
    if (node.regex) findings.pattern(node, node.regex.pattern, node.regex.flags);
  },
  StaticBlock: (node) => findings.note(node, 'static block: Safari 16.4, Chrome 94'),
  ImportAttribute: (node) => findings.note(node, 'import attribute: Safari 17.2'),
  VariableDeclaration(node) {
    if (node.kind.endsWith('using')) findings.note(node, `${node.kind}: no Safari`);
  },
  FunctionDeclaration: (node) => findings.enter(node),
  FunctionExpression: (node) => findings.enter(node),
  ArrowFunctionExpression: (node) => findings.enter(node),
  VariableDeclarator: ({ id, init }) => findings.take(id, init),
  AssignmentExpression: ({ left, right }) => findings.take(left, right),
  // `function f({ a } = b)`, `const { c: { a } = b } = d`
  AssignmentPattern: ({ left, right }) => findings.take(left, right),
  IfStatement: (node) => findings.test(node.test),
  ConditionalExpression: (node) => findings.test(node.test),
  LogicalExpression: ({ left }) => findings.test(left),
  UnaryExpression(node) {
    findings.test(node);
    if (node.operator === 'typeof') findings.lookedFor.add(globalName(node.argument) ?? staticName(node.argument));
  },
  // `'X' in globalThis`
  BinaryExpression({ operator, left }) {
    if (operator === 'in') findings.lookedFor.add(literal(left));
  },
  NewExpression: (node) => findings.made(node),
  CallExpression(node) {
    if (node.optional) findings.asked.add(node.callee);
    findings.made(node);
    const { callee } = node;
    findings.method(callee);
    if (callee.type === 'MemberExpression' && BORROWING.has(nameOf(callee))) findings.method(callee.object);
  },
  MemberExpression(node) {
    if (node.optional) findings.asked.add(node.object);
    findings.member(node, globalName(node.object), nameOf(node));
  },
});

/** Everything in the JavaScript `code` that one of the oldest engines lacks: where (an offset) and what. */
export function lacking(code, file = 'code.js') {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) return errors.map(({ message }) => ({ at: 0, what: `cannot be parsed: ${message}` }));
  const findings = new Findings(code);
  new Visitor(visitor(findings)).visit(program);
  return findings.all();
}

/** Lines that say what is missing in the oldest engines, for scripts and styles below `directory`; empty when all is well. */
export function lackingIn(directory) {
  const files = readdirSync(directory, { recursive: true }).filter((path) => /\.(?:js|css)$/.test(path));
  return files.flatMap((path) => {
    const code = readFileSync(join(directory, path), 'utf8');
    const lacks = path.endsWith('.css') ? lackingInStyles(code) : lacking(code, path);
    return lacks.map(({ at, what }) => `${path}: ${what}: … ${code.slice(Math.max(0, at - 40), at + 60)} …`);
  });
}
