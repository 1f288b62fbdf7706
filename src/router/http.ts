/** The router's answers to plain HTTP requests: the app, health and status. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Answer, CSS, HTML, TEXT } from './answer.ts';
import { securityHeaders } from './headers.ts';
import { staticFiles } from './static.ts';
import { STATUS_CSS, type Status, statusPage } from './status.ts';
import type { Https } from './tls/https.ts';
import { corsHeaders, tlsAnswer } from './tls/routes.ts';

export type HttpOptions = {
  readonly appDirectory: string;
  readonly status: () => Status;
  /** Answers before everything else; `undefined` for what is none of its business. */
  readonly first?: (request: IncomingMessage) => Answer | undefined;
  readonly https: () => Https;
  /** The address on plain HTTP to tell people. */
  readonly plainUrl: () => string;
};

const JSON_TYPE = 'application/json';
const NO_APP = 'the app is not built: run `npm run build`';

export function createRequestListener({ appDirectory, status, first, https, plainUrl }: HttpOptions): RequestListener {
  const files = staticFiles(appDirectory);

  function route(path: string): Answer | undefined {
    switch (path) {
      case '/healthz':
        return files === undefined ? json(503, { status: 'failing', reason: NO_APP }) : json(200, { status: 'ok' });
      case '/status.json':
        return json(200, status());
      case '/status':
        return { status: 200, contentType: HTML, body: statusPage(status()) };
      case '/status.css':
        return { status: 200, contentType: CSS, body: STATUS_CSS };
      case '/signal':
        return { status: 426, contentType: TEXT, body: 'This address is for WebSocket connections.\n' };
      default:
        return undefined;
    }
  }

  return (request, response) => {
    const headers = { ...securityHeaders(request, https()), ...corsHeaders(request, https()) };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const answer = answerTo(request);
    if (answer !== undefined) send(response, answer);
    else if (files === undefined) send(response, { status: 503, contentType: TEXT, body: `${NO_APP}\n` });
    else files(request, response, () => send(response, { status: 404, contentType: TEXT, body: 'Not found\n' }));
  };

  function answerTo(request: IncomingMessage): Answer | undefined {
    if (request.method === 'GET' || request.method === 'HEAD')
      return first?.(request) ?? route(pathOf(request)) ?? tlsAnswer(request, https(), plainUrl());
    return { status: 405, contentType: TEXT, body: 'Only GET and HEAD are answered here.\n' };
  }
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
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    // RFC 9110 section 8.6: an answer without content has no length.
    ...(status !== 204 && { 'Content-Type': contentType, 'Content-Length': bytes.length }),
    'Cache-Control': 'no-store',
    ...headers,
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    ...(status === 426 && { Upgrade: 'websocket', Connection: 'Upgrade' }),
  });
  response.end(bytes); // Node leaves the body out when HEAD asked.
}
