import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: 'Vídeo: {name}',
  sound: 'Áudio: {name}',
  videoNot:
    'Este navegador não consegue reproduzir este vídeo. Salve no dispositivo e abra com outro app, por exemplo o VLC.',
  soundNot:
    'Este navegador não consegue reproduzir este áudio. Salve no dispositivo e abra com outro app, por exemplo o VLC.',
  onlySound:
    'Este navegador só reproduz o som. Para ver a imagem, salve no dispositivo e abra com outro app, por exemplo o VLC.',
  heicNot:
    'Esta foto está no formato dos iPhones (HEIC), e este navegador não consegue mostrá-la. Salve no dispositivo: ela aparece no app de fotos de um iPhone, iPad, Mac ou Android recente. O que você salva é exatamente o que foi enviado.',
  modernHelp: 'Se esta página fechar, abra de novo: seus arquivos ficam.',

  zip: 'O que contém',
  zipHelp: 'Para abrir estes arquivos, salve no dispositivo e abra lá.',
  zipEmpty: 'Não contém arquivos.',
  zipUnreadable: 'Não é possível mostrar aqui o que contém. Salve no dispositivo e abra lá.',
  zipLocked: 'Está protegido por senha: peça a senha a quem enviou.',
  zipPart: {
    one: 'Contém mais nomes; só o primeiro aparece.',
    other: 'Contém mais nomes; só # aparecem.',
  },
};
