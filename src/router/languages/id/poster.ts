/** Indonesian: the poster. */
import type { PosterWords } from '../../poster/words.ts';

export const poster: PosterWords = {
  title: 'Kirim foto dan file ke orang di sini',
  steps: [
    'Sambungkan ke Wi-Fi ini',
    'Buka halaman ini di Safari atau Chrome',
    'Pilih file, lalu ketuk orangnya',
    'Penerima mengetuk “Terima”',
  ],
  notes: [
    'Di sini tidak ada Internet. Tanpa memasang aplikasi, tanpa mendaftar, gratis.',
    'Jika muncul jendela kecil, ketuk “Mengerti”, lalu tutup.',
  ],
  labels: { network: 'Nama Wi-Fi', password: 'Kata sandi', noPassword: 'tanpa kata sandi', address: 'Alamat' },
  printing: {
    wall: 'untuk dinding',
    handOut: 'untuk dibagikan',
    print: 'Cetak dengan menu “Cetak” di browser.',
    beside: 'Bahasa di samping bahasa Jepang (paling banyak tiga)',
  },
};
