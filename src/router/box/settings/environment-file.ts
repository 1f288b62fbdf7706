/**
 * The form of systemd's environment files, read exactly as systemd 252 does (`parse_env_file_internal`): so the router's service and
 * the box's commands find the same in `/etc/hikyaku/hikyaku.conf`. Nothing is expanded: `$HOME` is five characters. Pure.
 */

export type Assignment = {
  readonly name: string;
  readonly value: string;
  /** Of its name; the first line is 1. */
  readonly line: number;
};
/** What systemd would pass over in silence, or take for something else than was meant. */
export type Misread = { readonly line: number; readonly problem: string };

const NEWLINE = '\n\r';
const WHITE = ` \t${NEWLINE}`;
/** What a backslash takes its meaning from, within double quotes; before another sign it stands for itself. */
const NEEDS_ESCAPE = '"\\`$';

type State =
  | 'before-name'
  | 'name'
  | 'before-value'
  | 'value'
  | 'escape'
  | 'single'
  | 'double'
  | 'double-escape'
  | 'comment';

/** The latest of two assignments to one name counts, for systemd too. */
export function parseEnvironmentFile(text: string): {
  readonly assignments: readonly Assignment[];
  readonly misread: readonly Misread[];
} {
  const reader = new Reader();
  for (const sign of text) reader.take(sign);
  return reader.end();
}

/** How a value is written: plain where nothing in it could be mistaken, else in double quotes. Takes every text without NUL. */
export function quoted(value: string): string {
  if (/^[\w.,:/@+-]+$/.test(value)) return value;
  return `"${value.replaceAll(/["\\`$]/g, (sign) => `\\${sign}`)}"`;
}

class Reader {
  #state: State = 'before-name';
  #name = '';
  #value = '';
  /** Length of the value without the white space at its end. */
  #solid = 0;
  #line = 1;
  #began = 1;
  readonly #assignments: Assignment[] = [];
  readonly #misread: Misread[] = [];

  take(sign: string): void {
    const state = this.#state;
    if (state === 'before-name') this.#beforeName(sign);
    else if (state === 'name') this.#inName(sign);
    else if (state === 'before-value') this.#beforeValue(sign);
    else if (state === 'value') this.#inValue(sign);
    else if (state === 'comment') this.#inComment(sign);
    else this.#quotedOrEscaped(state, sign);
    if (sign === '\n') this.#line += 1;
  }

  end(): ReturnType<typeof parseEnvironmentFile> {
    const state = this.#state;
    if (state === 'single' || state === 'double' || state === 'double-escape')
      this.#complain(`the quotation mark that begins the value of ${this.#name.trim()} has no end`);
    if (state === 'name') this.#noAssignment();
    else if (state !== 'before-name' && state !== 'comment') this.#assign();
    return { assignments: this.#assignments, misread: this.#misread };
  }

  #beforeName(sign: string): void {
    if (sign === '#' || sign === ';') this.#state = 'comment';
    else if (!WHITE.includes(sign)) {
      this.#state = 'name';
      this.#name = sign;
      this.#began = this.#line;
    }
    this.#value = '';
    this.#solid = 0;
  }

  #inName(sign: string): void {
    if (NEWLINE.includes(sign)) {
      this.#noAssignment();
      this.#state = 'before-name';
    } else if (sign === '=') this.#state = 'before-value';
    else this.#name += sign;
  }

  #beforeValue(sign: string): void {
    if (NEWLINE.includes(sign)) this.#assign();
    else if (sign === "'") this.#state = 'single';
    else if (sign === '"') this.#state = 'double';
    else if (sign === '\\') this.#state = 'escape';
    else if (!WHITE.includes(sign)) {
      this.#state = 'value';
      this.#add(sign);
    }
  }

  #inValue(sign: string): void {
    if (NEWLINE.includes(sign)) this.#assign();
    else if (sign === '\\') {
      this.#state = 'escape';
      this.#add(''); // white space before it stays
    } else if (WHITE.includes(sign)) this.#value += sign;
    else this.#add(sign);
  }

  #inComment(sign: string): void {
    if (sign === '\\' || !NEWLINE.includes(sign)) {
      this.#solid = sign === '\\' ? 1 : 0;
      return;
    }
    // systemd 252 takes the next line for comment as well, 254 does not.
    if (this.#solid === 1) this.#misread.push({ line: this.#line, problem: 'a comment may not end with a backslash' });
    this.#state = 'before-name';
  }

  #quotedOrEscaped(state: State, sign: string): void {
    if (state === 'escape') {
      this.#state = 'value';
      if (!NEWLINE.includes(sign)) this.#add(sign);
    } else if (state === 'single') {
      if (sign === "'") this.#state = 'before-value';
      else this.#add(sign);
    } else if (state === 'double') {
      if (sign === '"') this.#state = 'before-value';
      else if (sign === '\\') this.#state = 'double-escape';
      else this.#add(sign);
    } else {
      this.#state = 'double';
      if (NEEDS_ESCAPE.includes(sign)) this.#add(sign);
      else if (sign !== '\n') this.#add(`\\${sign}`);
    }
  }

  #add(signs: string): void {
    this.#value += signs;
    this.#solid = this.#value.length;
  }

  #assign(): void {
    // White space at the end is dropped where no quotation mark ends the value.
    const value = this.#state === 'value' ? this.#value.slice(0, this.#solid) : this.#value;
    const name = this.#name.trimEnd();
    if (/^[A-Za-z_]\w*$/.test(name)) this.#assignments.push({ name, value, line: this.#began });
    else this.#complain(`"${name}" is no name of a variable`);
    this.#state = 'before-name';
  }

  #noAssignment(): void {
    this.#complain(`"${this.#name.trimEnd()}": expected NAME=VALUE, or # before a comment`);
  }

  #complain(problem: string): void {
    this.#misread.push({ line: this.#began, problem });
  }
}
