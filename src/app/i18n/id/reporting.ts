import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: 'Laporan masalah',
  help: 'Membantu orang yang mengurus Hikyaku melihat apa yang salah. Tidak ada nama orang, perangkat, atau file di dalamnya. Laporan tetap di perangkat ini kecuali Anda memberikannya.',
  copy: 'Salin laporan',
  copied: 'Sudah disalin. Tempelkan misalnya ke dalam pesan.',
  selected:
    'Browser ini tidak mengizinkan halaman menyalin. Laporannya sudah dipilih: salin lewat menu yang muncul di sana.',
  close: 'Tutup',
};
