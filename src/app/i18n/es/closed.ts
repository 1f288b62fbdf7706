import type { ClosedWords } from '../words/closed.ts';

export const closed: ClosedWords = {
  close: 'Solo mis conocidos, por una hora',
  help: 'Para cuando personas desconocidas le preguntan una y otra vez. No reciben respuesta, como si este dispositivo estuviera apagado. Sus conocidos, las personas de sus grupos y aquellas con quienes ya intercambió algo sí pueden comunicarse con usted.',
  on: 'Por {time} más. Termina automáticamente.',
  title: 'Solo sus conocidos pueden comunicarse con usted',
  others: 'Por {time} más. Nadie más recibe respuesta, como si este dispositivo estuviera apagado.',
  end: 'Terminar ahora',
};
