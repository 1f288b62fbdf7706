import type { HereWords } from '../words/here.ts';

export const here: HereWords = {
  newVersion: 'Ada versi baru.',
  title: 'Wi-Fi ini dan perangkat ini',
  device: 'Perangkat ini',
  noInternet: 'Wi-Fi ini tidak punya Internet. File dikirim langsung dari perangkat ke perangkat.',
  nobody: 'Belum ada orang lain di sini',
  bringTitle: 'Ajak orang lain',
  wifi: 'Sambungkan ke Wi-Fi',
  wifiCode: 'Kode untuk tersambung ke Wi-Fi {name}',
  network: 'Wi-Fi',
  password: 'Kata sandi',
  noPassword: 'Tanpa kata sandi',
  open: 'Buka alamat ini di browser',
  openCode: 'Kode untuk membuka {address}',
  sameWifi:
    'Pertama, orang itu menyambung ke Wi-Fi yang sama dengan Anda. Lalu ia mengarahkan kamera ke sini, atau mengetik alamatnya.',
  copy: 'Salin alamat',
  copied: 'Alamat sudah disalin.',
  notCopied: 'Browser ini tidak mengizinkan halaman menyalin. Tekan lama alamatnya.',
  share: 'Kirim alamat',
  shareText: 'Mari bertukar file dengan saya di Wi-Fi {name}:',
  report: 'Laporan masalah',
  reportHelp: 'Menunjukkan kepada pengelola router apa yang dilakukan aplikasi ini, tanpa nama dan file.',
  find: {
    label: 'Cari orang',
    hint: 'Nama, gambar, angka, tempat',
    found: 'Ditemukan: {count}',
    nobody: 'Tidak ada yang cocok. Coba kurangi hurufnya.',
  },
  chime: {
    loud: 'Suara dan getar',
    help: 'Dua nada lembut saat ada kiriman. Matikan di tempat orang tidur.',
  },
  takeOver: {
    ask: 'Lanjutkan di sini sebagai {name}?',
    help: 'Anda datang dari {address}. Jika tadi Anda memang di sana, lanjutkan: orang lain melihat Anda sebagai orang yang sama. Jika tidak, mulai dari awal.',
    yes: 'Lanjutkan',
    no: 'Mulai dari awal',
  },
  secure: {
    title: 'Alamat aman',
    works:
      'Browser ini memercayai router ini. Di alamat aman, aplikasi bisa diinstal, bisa dibuka tanpa jaringan, dan bisa menerima file yang sangat besar.',
    stays: 'Nama Anda ikut pindah. File yang sudah diterima tertinggal di sini: simpan dulu.',
    busy: 'Yang belum selesai tidak bisa ikut. Selesaikan atau batalkan dulu.',
    go: 'Buka alamat aman',
    trust: 'Sering memakai Hikyaku? Begini cara menginstalnya.',
  },
  extras: {
    install: 'Instal Hikyaku',
    installHelp:
      'Sebagai aplikasi, Hikyaku terbuka walaupun tidak ada router, dan aplikasi lain bisa membagikan file ke sini.',
    installByHand: 'Taruh Hikyaku di layar utama',
    installByHandHelp:
      'Di Safari, ketuk tombol Bagikan (kotak dengan panah), lalu “Tambah ke Layar Utama”. Aplikasi di sana mulai dengan nama baru dan tanpa file: simpan dulu yang Anda terima di sini.',
    tellMe: 'Beri tahu saya saat ada file',
    tellMeHelp: 'Menampilkan notifikasi saat Anda memakai aplikasi lain.',
  },
};
