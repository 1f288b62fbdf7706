/** What is answered to one HTTP request, as a value. */
export type Answer = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  /** Beyond those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
};

export const TEXT = 'text/plain; charset=utf-8';
export const HTML = 'text/html; charset=utf-8';
export const CSS = 'text/css; charset=utf-8';

export const page = (body: string): Answer => ({ status: 200, contentType: HTML, body });
export const style = (body: string): Answer => ({ status: 200, contentType: CSS, body });
