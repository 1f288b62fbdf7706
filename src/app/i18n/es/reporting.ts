import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: 'Informe de un problema',
  help: 'Ayuda a quienes cuidan de Hikyaku a ver qué falló. No contiene nombres de personas, dispositivos ni archivos. Se queda en este dispositivo, a menos que usted lo comparta.',
  copy: 'Copiar informe',
  copied: 'Copiado. Péguelo, por ejemplo, en un mensaje.',
  selected: 'Este navegador no permite copiar. El informe está seleccionado: cópielo con el menú de la selección.',
  close: 'Cerrar',
};
