/** Answers to every HTTP request but WebSockets: the app, health, status and figures, and the pages of other rooms. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { FALLBACK } from '../../languages/languages.ts';
import { FACTS_TYPE } from '../counter/facts.ts';
import { WORDS_PATH } from '../counter/words-socket.ts';
import { STATUS, TRUST } from '../languages/dictionaries.ts';
import type { Log } from '../machine/log.ts';
import { type Answer, style, TEXT } from '../pages/answer.ts';
import { wishOf } from '../pages/language.ts';
import { METRICS_PATH, METRICS_TYPE } from '../status/metrics.ts';
import { STATUS_STYLE_PATH, statusPage } from '../status/page.ts';
import type { Status } from '../status/status.ts';
import { STATUS_CSS } from '../status/styles.ts';
import type { Https } from '../tls/https.ts';
import { corsHeaders, tlsAnswer } from '../tls/routes.ts';
import { securityHeaders } from './headers.ts';
import { remembered } from './remembered.ts';
import { staticFiles } from './static.ts';

type HttpOptions = {
  readonly appDirectory: string;
  readonly status: () => Status;
  /**
   * A text that changes whenever somebody comes or goes, so that the status is drawn anew within `NEWS_MS`. Must be
   * quick.
   */
  readonly standing: () => string;
  /** Asked before everything else; `undefined` for requests that are not its business. */
  readonly first?: (request: IncomingMessage) => Answer | undefined;
  /** Asked first of all: it answers the requests that are its business itself. Absent where nothing is held. */
  readonly held?: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
  /** What the holder of words says of itself (NIP-11). */
  readonly holder?: (() => FactsAnswer) | undefined;
  /** The text of `/metrics`; absent: there is no such address. */
  readonly metrics?: (() => string) | undefined;
  readonly https: () => Https;
  /** The address on plain HTTP to tell people. */
  readonly plainUrl: () => string;
  readonly log: Log;
};

/** `againS`: when to ask again, in seconds. */
export type FactsAnswer =
  | { readonly state: 'off' }
  | { readonly state: 'opening'; readonly againS: number }
  | { readonly state: 'open'; readonly facts: string };

/** The status is at most this old. A flood of requests for it must not become a flood of work. */
export const STATUS_MS = 1_000;
/** No page is drawn again sooner than this after another, also while people come and go all the time. */
const NEWS_MS = STATUS_MS / 10;
/** A page may become this old while those of other languages are asked for all the time. */
const STALE_MS = STATUS_MS * 10;
const JSON_TYPE = 'application/json';
const NO_APP = 'the app is not built: run `npm run build`';

export function createRequestListener(options: HttpOptions): RequestListener {
  const { appDirectory, status, standing, first, held, holder, metrics, https, plainUrl, log } = options;
  const files = staticFiles(appDirectory);
  const times = { keepMs: STATUS_MS, leastMs: NEWS_MS, staleMs: STALE_MS };
  const [pages, figures, data] = [remembered<Answer>(times), remembered<Answer>(times), remembered<Answer>(times)];

  function route(request: IncomingMessage): Answer | undefined {
    switch (pathOf(request)) {
      case '/healthz':
        return files === undefined ? json(503, { status: 'failing', reason: NO_APP }) : json(200, { status: 'ok' });
      case '/status.json':
        return data('', standing, () => json(200, status()));
      case '/status':
        return statusAnswer(request);
      case METRICS_PATH:
        return metrics && figures('', standing, () => ({ status: 200, contentType: METRICS_TYPE, body: metrics() }));
      case STATUS_STYLE_PATH:
        return style(STATUS_CSS);
      case '/signal':
        return FOR_SOCKETS;
      case WORDS_PATH:
        return wordsAnswer(holder?.() ?? { state: 'off' }, isAskedForFacts(request));
      default:
        return undefined;
    }
  }

  /** `?lang=ja`: in this language, whatever the browser prefers. `?refresh=off`: the page does not renew itself. */
  function statusAnswer(request: IncomingMessage): Answer {
    const query = new URLSearchParams(request.url?.split('?', 2)[1]);
    const { language = FALLBACK, named } = wishOf(query.get('lang'), request.headers['accept-language']);
    const live = query.get('refresh') !== 'off';
    const view = { language, named, words: STATUS[language], live, appReady: files !== undefined };
    return pages(`${language} ${named} ${live}`, standing, () => statusPage(status(), view));
  }

  return (request, response) => {
    const put = (headers: Readonly<Record<string, string>>): void => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    };
    put(securityHeaders(request, https()));
    const isUnread = hasBody(request);
    if (isUnread && request.method !== 'PUT') endUnread(request, response);
    if (held?.(request, response)) return;
    if (isUnread && request.method === 'PUT') endUnread(request, response);
    const answer = safely(() => answerTo(request));
    put({ ...securityHeaders(request, https(), answer.inlineScript), ...corsHeaders(request, https()) });
    send(response, answer);
  };

  /** A request that meets a bug must not end the process, and with it everybody's signaling. */
  function safely(answer: () => Answer): Answer {
    try {
      return answer();
    } catch (error) {
      log.error(`a request could not be answered: ${error instanceof Error ? error.stack : String(error)}`);
      return { status: 500, contentType: TEXT, body: 'The router has a fault. It goes on.\n' };
    }
  }

  function answerTo(request: IncomingMessage): Answer {
    if (request.method === 'GET' || request.method === 'HEAD')
      return (
        first?.(request) ??
        route(request) ??
        tlsAnswer(request, { https: https(), plain: plainUrl(), words: TRUST }) ??
        appAnswer(request)
      );
    return { status: 405, contentType: TEXT, body: 'Only GET and HEAD are answered here.\n' };
  }

  function appAnswer(request: IncomingMessage): Answer {
    if (files === undefined) return { status: 503, contentType: TEXT, body: `${NO_APP}\n` };
    return files(pathOf(request), request) ?? { status: 404, contentType: TEXT, body: 'Not found\n' };
  }
}

const FOR_SOCKETS: Answer = {
  status: 426,
  contentType: TEXT,
  body: 'This address is for WebSocket connections.\n',
};

function wordsAnswer(holder: FactsAnswer, isAskedForFacts: boolean): Answer {
  if (holder.state === 'off') return { status: 404, contentType: TEXT, body: 'Nothing is held here.\n' };
  if (holder.state === 'opening') {
    const headers = { 'Retry-After': String(holder.againS) };
    return { status: 503, contentType: TEXT, body: 'What is held here is being opened.\n', headers };
  }
  return isAskedForFacts ? { status: 200, contentType: FACTS_TYPE, body: holder.facts } : FOR_SOCKETS;
}

const isAskedForFacts = ({ headers }: IncomingMessage): boolean => headers.accept?.includes(FACTS_TYPE) === true;

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Nobody here wants a body: its sender shall not hold the connection open with it. */
function endUnread({ socket }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Connection', 'close');
  response.once('finish', () => socket.destroySoon());
}

function pathOf(request: IncomingMessage): string {
  return request.url?.split('?', 1)[0] ?? '/';
}

const json = (status: number, value: object): Answer => ({
  status,
  contentType: JSON_TYPE,
  body: JSON.stringify(value),
});

function send(response: ServerResponse, { status, contentType, body, headers }: Answer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body; // files of the app are shared, not copied
  response.writeHead(status, {
    // RFC 9110 section 8.6: an answer without content has no length.
    ...(status !== 204 && status !== 304 && { 'Content-Type': contentType, 'Content-Length': bytes.length }),
    'Cache-Control': 'no-store',
    ...headers,
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    ...(status === 426 && { Upgrade: 'websocket', Connection: 'Upgrade' }),
  });
  response.end(bytes); // Node leaves the body out for HEAD.
}
