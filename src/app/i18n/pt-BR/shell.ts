import type { ShellWords } from '../words/shell.ts';

export const shell: ShellWords = {
  newVersion: 'Há uma versão nova.',
  partMissing:
    'Uma parte desta página não chegou. Recarregue: até lá, os arquivos que outras pessoas oferecem podem não aparecer.',
  sharedText: 'Texto compartilhado',
  sharedHere: 'Compartilhado com o Hikyaku',
  sharedByPage: 'O site {page} colocou isto aqui.',
  sharedHelp: 'Foi você que compartilhou isto agora há pouco? Então pode enviar.',
  sharedUse: 'Sim, usar',
  sharedDrop: 'Não, descartar',
  shareLost: 'O que você compartilhou não pôde ser mantido neste dispositivo. Escolha os arquivos aqui.',
};
