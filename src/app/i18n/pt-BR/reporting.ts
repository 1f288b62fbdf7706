import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: 'Relato de um problema',
  help: 'Ajuda quem cuida do Hikyaku a ver o que deu errado. Não contém nomes de pessoas, dispositivos ou arquivos. Fica neste dispositivo, a menos que você o passe adiante.',
  copy: 'Copiar relato',
  copied: 'Copiado. Cole, por exemplo, em uma mensagem.',
  selected: 'Este navegador não deixa copiar. O relato está selecionado: copie pelo menu da seleção.',
  close: 'Fechar',
};
