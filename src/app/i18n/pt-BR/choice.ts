import type { ChoiceWords } from '../words/choice.ts';

export const choice: ChoiceWords = {
  unreadable: {
    one: 'Não foi possível ler {names}: não está mais lá, ou a leitura não é permitida. Não será enviado.',
    other:
      'Não foi possível ler # arquivos: não estão mais lá, ou a leitura não é permitida. Não serão enviados: {names}',
  },
  nameTooLong: {
    one: '{names} fica de fora: o nome é longo demais.',
    other: '# arquivos ficam de fora; os nomes são longos demais: {names}',
  },
  emptyFolders: {
    one: '{names} fica de fora: uma pasta vazia não pode ser enviada.',
    other: '# pastas vazias ficam de fora: {names}',
  },
  withoutContent: {
    one: 'Não há nada em {names}: 0 bytes.',
    other: 'Não há nada em # arquivos, 0 bytes cada um: {names}',
  },
  tooMuch: '{count} é demais de uma vez: o máximo é {most}. Escolha uma parte, e o resto depois.',
  namesTooMuch: 'Os nomes destes arquivos, juntos, são longos demais. Escolha uma parte, e o resto depois.',
  nothingThere: 'Nenhum arquivo foi encontrado ali.',
  count: {
    photos: { one: '# foto', other: '# fotos' },
    videos: { one: '# vídeo', other: '# vídeos' },
    media: { one: '# foto ou vídeo', other: '# fotos e vídeos' },
  },
  dated: '{files} ({days})',
  span: '{from} – {to}',
  firstAndMore: { other: '{name} e mais #' },
  onlyFiles: 'Pastas vazias e links dentro de uma pasta não são enviados.',
  tray: 'Pronto para enviar',
  trayLeaving: 'Envio em instantes',
  remove: 'Remover {name}',
  removeAll: 'Remover tudo',
  lookAtFiles: 'Ver os arquivos',
  trayDone: 'Pronto',
  everybody: 'Todas as pessoas',
  allOf: 'Todas em {place}',
  selected: { one: '# dispositivo escolhido', other: '# dispositivos escolhidos' },
  send: 'Enviar',
  undo: 'Desfazer',
  sendNow: 'Enviar já',
  leavesIn: 'envio em {time}',
  leftNow: 'Fora de alcance: {names}.',

  sayDeparting: '{files} para {names}; envio em {time}. A tecla Esc desfaz.',
  madeOfText: 'Seu texto agora é o arquivo {name}.',
  namesAndMore: { other: '{names} e mais #' },
  toPeople: { one: 'para # pessoa: {names}', other: 'para # pessoas: {names}' },
  addNote: 'Escrever um recado',
  note: 'Um recado junto com os arquivos',

  nameLabel: 'Seu nome',
  nameHint: 'Os outros encontram você por este nome.',
  nameSave: 'Salvar nome',
  nameBack: 'Voltar',

  missed: 'Nada foi enviado a quem não está mais aqui: {names}.',
  moreDevices: {
    one: 'Há mais # dispositivo ao alcance que não aparece: a lista está cheia.',
    other: 'Há mais # dispositivos ao alcance que não aparecem: a lista está cheia.',
  },
  shareLost: 'O que você compartilhou não pôde ser mantido neste dispositivo. Escolha os arquivos aqui.',
  dropHere: 'Solte aqui para enviar',
  pressSeveral: 'Toque nos nomes de quem vai receber os arquivos e depois em “Enviar”.',
  pressAlso: 'Toque em outro nome para enviar isto também.',
};
