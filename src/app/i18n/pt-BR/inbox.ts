import type { InboxWords } from '../words/inbox.ts';

export const inbox: InboxWords = {
  title: 'Arquivos recebidos',
  sum: '{files} · {size}',
  unfinished: 'Não terminados',
  deleted: 'Apagados há pouco',
  back: 'Voltar',
  empty: 'Ainda não há nada aqui',
  emptyHelp: 'O que enviarem a você fica aqui até você apagar.',
  gone: 'Isto foi apagado',
  stays: 'Ficam neste app até você apagar.',
  mayGoSoon:
    'Ficam neste app até você apagar, mas o Safari os apaga após sete dias de uso sem abrir esta página. Salve no dispositivo o que for importante.',
  mayGo:
    'Ficam neste app até você apagar, mas o navegador pode apagá-los quando faltar espaço. Salve no dispositivo o que for importante.',
  where: {
    arrived: 'Chegou',
    saved: 'Salvo no dispositivo',
    onlyHere: 'Só neste app',
  },
  today: 'Hoje',
  yesterday: 'Ontem',
  chooseSeveral: 'Escolher vários',
  endChoosing: 'Pronto',
  chosen: { one: '# arquivo escolhido', other: '# arquivos escolhidos' },
  someSaved: '{done} de {total} no dispositivo',
  savingSome: 'Salvando: {done} de {total}',
  arrived: 'Já chegou: {done} de {total}',
  expires: 'Será apagado automaticamente depois de {date}, se não continuar.',
  askUnfinished: 'O que chegou até agora será apagado. O envio termina dos dois lados.',

  storage: 'Espaço',
  allowed: 'O navegador deixa este app ocupar mais cerca de {size}. Seu dispositivo pode ter menos espaço que isso.',
  short: 'Resta pouco espaço',
  shortHelp: 'Arquivos novos podem não caber. Apague o que não precisa mais aqui.',

  remove: 'Apagar',
  removeNamed: 'Apagar {name}',
  removeAll: 'Apagar tudo',
  removeSaved: 'Apagar estas cópias',
  removeSavedHelp: 'Salvo no dispositivo: {files}, {size}. Apagar as cópias daqui não muda nada lá.',
  ask: {
    saved: 'Isto apaga as cópias deste app; as do seu dispositivo ficam. Por 24 horas, você pode desfazer.',
    unsaved: {
      one: '# arquivo talvez ainda não esteja no seu dispositivo. Por 24 horas, você pode desfazer; depois ele se perde.',
      other:
        '# arquivos talvez ainda não estejam no seu dispositivo. Por 24 horas, você pode desfazer; depois eles se perdem.',
    },
  },
  askPurge: {
    saved: 'As cópias deste app são apagadas já e não voltam mais. As do seu dispositivo ficam.',
    unsaved: {
      one: '# arquivo talvez não esteja no seu dispositivo. Será apagado já e não volta mais.',
      other: '# arquivos talvez não estejam no seu dispositivo. Serão apagados já e não voltam mais.',
    },
  },
  deletedHelp: 'Enquanto estiverem aqui, ocupam o mesmo espaço.',
  deletedNone: 'Não há nada para ser apagado.',
  goes: 'Será apagado para sempre: {date}.',
  undo: 'Desfazer',
  undoNamed: 'Desfazer: {name}',
  purge: 'Apagar para sempre',
  purgeHelp: 'Apagado há pouco e ainda ocupa espaço: {files}, {size}.',

  share: 'Compartilhar',
  preview: 'Visualizar',
  openPdf: 'Abrir PDF',
  pdfHelp: 'Abre em uma nova aba, no visualizador do navegador.',
  pdfNoViewer: 'Este navegador não consegue mostrar arquivos PDF. Salve no dispositivo e abra lá.',
  cannotShow: 'Este tipo de arquivo não pode ser mostrado aqui. Salve no dispositivo e abra lá.',
  pictureTooLarge: 'Esta imagem é grande demais para ser mostrada aqui. Salve no dispositivo e abra lá.',
  showPicture: 'Mostrar imagem',
  showPictureHelp:
    'O tamanho dela só aparece ao abrir. Uma imagem muito grande pode fechar esta página; seus arquivos ficam.',
  unreadable: 'Este arquivo não pode ser lido agora. Recarregue a página e tente de novo.',
  beginning: 'Este é só o começo: {done} de {total}.',
  encoding: 'Codificação do texto',
  picture: 'Imagem: {name}',
};
