import type { TroubleWords } from '../words/trouble.ts';

export const trouble: TroubleWords = {
  expired: 'Sertifikat alamat ini sudah berakhir',
  expiredHelp:
    'Karena itu router tidak terjangkau dari sini. Buka alamat biasa, yang selalu bisa dipakai. Yang sudah Anda terima tetap ada di sini.',
  away: 'Tidak ada router yang terjangkau',
  about: 'Hikyaku mengirim file dari ponsel ke ponsel lewat router Wi-Fi di dekat Anda, tanpa Internet.',
  wifiOn: 'Nyalakan Wi-Fi dan mendekatlah ke router.',
  join: 'Sambungkan ke Wi-Fi {router}, atau router Hikyaku lain.',
  joinAny: 'Sambungkan ke Wi-Fi sebuah router Hikyaku.',
  comeBack: 'Kembali ke sini. Halaman ini tersambung sendiri.',
  keptHere: 'Yang sudah Anda terima dan yang belum selesai tetap ada di perangkat ini, dan bisa dipakai sekarang.',
  turnedAway: {
    title: 'Router menjawab, tetapi halaman ini tidak diizinkan masuk',
    'no-socket':
      'Wi-Fi Anda baik-baik saja. Ada yang menghentikan sambungan di antara halaman ini dan router, misalnya proxy atau alamat lain. Buka alamat di poster, atau beri tahu pengelola router. Halaman ini terus mencoba.',
    crowded:
      'Wi-Fi Anda baik-baik saja. Terlalu banyak halaman terbuka di router ini. Tutup yang tidak dipakai, atau beri tahu pengelola router. Halaman ini terus mencoba.',
  },
  siteData: {
    refused: 'Browser ini tidak menyimpan apa pun untuk halaman ini',
    refusedHelp:
      'Anda bisa mengirim file. Untuk menerima, izinkan cookie dan data situs untuk alamat ini di pengaturan browser, lalu muat ulang halaman ini.',
    silent: 'Penyimpanan browser ini tidak menjawab',
    silentHelp:
      'Yang Anda terima sebelumnya sekarang tidak bisa ditampilkan, dan orang lain melihat Anda dengan nama baru. Tutup browser, buka lagi, dan kembali ke sini.',
  },
  cannotTransfer: 'Browser ini tidak bisa bertukar file',
  cannotTransferHelp: {
    firefox:
      'WebRTC dimatikan di Firefox ini, lewat pengaturan atau pengaya. Nyalakan, atau buka alamat ini di browser lain:',
    safari:
      'Jika perangkat ini dalam Mode Karantina (Lockdown Mode), matikan untuk situs ini: ketuk tombol di samping alamat, lalu “Pengaturan Situs Web”. Atau buka alamat ini di browser lain:',
    other: 'Buka alamat ini di Safari, Chrome, atau Firefox:',
  },
};
