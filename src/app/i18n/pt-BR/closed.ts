import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: 'Só meus conhecidos, por uma hora',
  help: 'Para quando pessoas desconhecidas perguntam sem parar. Elas não recebem resposta, como se este dispositivo estivesse desligado. Seus conhecidos, as pessoas dos seus grupos e quem já trocou algo com você ainda conseguem entrar em contato.',
  on: 'Por mais {time}. Termina automaticamente.',
  title: 'Só seus conhecidos podem entrar em contato',
  others: 'Por mais {time}. As outras pessoas não recebem resposta, como se este dispositivo estivesse desligado.',
  end: 'Terminar agora',
};
