import type { SharedWords } from '../words/shared.ts';

export const shared: SharedWords = {
  title: 'Compartilhado com o Hikyaku',
  byPage: 'O site {page} colocou isto aqui.',
  help: 'Foi você que compartilhou isto agora há pouco? Então pode enviar.',
  use: 'Sim, usar',
  drop: 'Não, descartar',
};
