/** Portuguese of Brazil: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: 'Envie fotos e arquivos a pessoas daqui',
  steps: [
    'Conecte-se a este Wi-Fi',
    'Abra esta página no Safari ou no Chrome',
    'Escolha os arquivos e quem vai receber',
    'A outra pessoa toca em “Aceitar”',
  ],
  notes: [
    'Aqui não há internet. Sem instalar app, sem cadastro, de graça.',
    'Se aparecer uma janela pequena, toque em “Entendi” e feche.',
  ],
  labels: { network: 'Nome', password: 'Senha', noPassword: 'sem senha', address: 'Endereço' },
  printing: {
    wall: 'para a parede',
    handOut: 'para distribuir',
    print: 'Imprima pelo navegador (Ctrl+P).',
    beside: 'Idiomas ao lado do japonês (no máximo três)',
  },
};
