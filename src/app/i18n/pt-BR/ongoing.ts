import type { OngoingWords } from '../words/ongoing.ts';

export const ongoing: OngoingWords = {
  sending: '{title} para {name}',
  receiving: '{title} de {name}',
  several: { one: '# envio', other: '# envios' },
  keepOn: 'Deixe a tela acesa até terminar.',
  from: 'De {name}: {title}',
  arrived: 'Chegou de {name}: {title}',
  save: {
    photos: { one: 'Salvar # foto', other: 'Salvar # fotos' },
    videos: { one: 'Salvar # vídeo', other: 'Salvar # vídeos' },
    media: { one: 'Salvar # foto ou vídeo', other: 'Salvar # fotos e vídeos' },
    files: { one: 'Salvar # arquivo', other: 'Salvar # arquivos num zip' },
  },
  saveShort: 'Salvar',
  later: 'Mais tarde',
  close: 'Fechar',
  more: { one: 'Chegou mais #', other: 'Chegaram mais #' },
  stays: 'Fica em “{received}” até você apagar ali.',
};
