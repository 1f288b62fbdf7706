/** Indonesian: how to trust this router. Menus as the systems call them. */
import type { TrustWords } from '../../tls/words.ts';

export const trust: TrustWords = {
  title: 'Percayai router ini',
  notNeeded:
    'Untuk mengirim dan menerima file, ini tidak perlu. Lakukan di perangkat Anda sendiri jika Anda sering memakai Hikyaku.',
  gains: 'Manfaatnya',
  gainList: [
    'Aplikasi bisa diinstal dan dibuka walaupun tanpa jaringan.',
    'File yang sangat besar pun bisa diterima.',
    'Layar tidak mati selama file dikirim atau diterima.',
  ],
  how: 'Caranya',
  systems: {
    apple: {
      name: 'iPhone, iPad',
      download: 'Ambil profil',
      steps: [
        'Buka halaman ini di Safari. Ketuk tombol di atas, lalu “Izinkan”.',
        'Buka Pengaturan. Di dekat bagian atas ketuk “Profil Diunduh”, lalu “Instal”.',
        'Di Pengaturan, buka “Umum” → “Mengenai” → “Pengaturan Kepercayaan Sertifikat”.',
        'Nyalakan “Hikyaku”. Tanpa langkah terakhir ini, tidak ada yang berubah.',
      ],
      remove: '“Pengaturan” → “Umum” → “VPN & Pengelolaan Perangkat” → “Hikyaku” → “Hapus Profil”.',
    },
    android: {
      name: 'Android',
      download: 'Ambil sertifikat',
      steps: [
        'Ketuk tombol di atas. File masuk ke “Download”.',
        'Buka Setelan dan cari “Sertifikat CA”. Letaknya di “Keamanan & privasi” → “Keamanan & privasi lainnya” → “Enkripsi & kredensial” → “Instal sertifikat”.',
        'Pilih “Sertifikat CA”, lalu “Tetap instal”. Perangkat Anda perlu kunci layar.',
        'Pilih file “hikyaku-ca.crt”.',
        'Setelah itu Android memberi tahu bahwa jaringan mungkin dipantau. Pesan ini muncul untuk setiap sertifikat yang Anda tambahkan sendiri.',
      ],
      remove:
        '“Setelan” → “Keamanan & privasi” → “Keamanan & privasi lainnya” → “Enkripsi & kredensial” → “Kredensial pengguna”, atau “Kredensial tepercaya” → “Pengguna”: ketuk “Hikyaku”, lalu hapus.',
    },
    windows: {
      name: 'Windows (Chrome, Edge)',
      download: 'Ambil sertifikat',
      steps: [
        'Klik tombol di atas dan buka file “hikyaku-ca.crt”.',
        'Klik “Install Certificate”, pilih “Current User”, klik “Next”.',
        'Pilih “Place all certificates in the following store” → “Browse” → “Trusted Root Certification Authorities”.',
        'Klik “Next” → “Finish”, dan jawab “Yes” jika ada peringatan.',
      ],
      remove:
        'Jalankan “certmgr.msc” → “Trusted Root Certification Authorities” → “Certificates” → “Hikyaku” → “Delete”.',
    },
    mac: {
      name: 'Mac (Safari, Chrome)',
      download: 'Ambil sertifikat',
      steps: [
        'Klik tombol di atas dan buka file “hikyaku-ca.crt”. “Akses Rantai Kunci” terbuka: tambahkan ke “login”.',
        'Klik dua kali “Hikyaku” di daftar sertifikat dan buka “Kepercayaan”.',
        'Pada “Ketika menggunakan sertifikat ini” pilih “Selalu Percaya”, lalu tutup jendelanya.',
      ],
      remove: '“Akses Rantai Kunci” → “login” → “Sertifikat” → “Hikyaku” → “Hapus”.',
    },
    firefox: {
      name: 'Firefox',
      download: 'Ambil sertifikat',
      steps: [
        'Di komputer: klik tombol di atas. Jika Firefox langsung bertanya, lanjutkan dari langkah 3.',
        '“Pengaturan” → “Privasi & Keamanan” → “Sertifikat” → “Lihat Sertifikat” → “Otoritas” → “Impor”: pilih “hikyaku-ca.crt”.',
        'Centang “Percayai CA ini untuk mengidentifikasi situs web”, klik “OK”.',
        'Di Android: lakukan dahulu langkah di bagian Android. Lalu di Firefox: “Pengaturan” → “Tentang Firefox”, ketuk logonya beberapa kali, kembali, buka “Secret Settings”, dan nyalakan “Use third party CA certificates”.',
      ],
      remove: 'Di daftar “Otoritas” yang sama: “Hikyaku” → “Hapus atau Jangan Percaya”.',
    },
  },
  removing: 'Untuk membatalkannya',
  finally: 'Terakhir, buka alamat aman',
  open: 'Buka',
  refused:
    'Browser memberi peringatan? Berarti router ini belum dipercaya. Periksa lagi langkah-langkahnya, dan pastikan tanggal di perangkat Anda benar. Tidak ada yang hilang: alamat tanpa “s” selalu bisa dipakai.',
  why: 'Mengapa tidak bisa disalahgunakan',
  whyList: [
    'Di dalam sertifikat tertulis untuk apa ia berlaku: hanya {name}, dan alamat pribadi seperti 192.168.1.1. Ia tidak bisa menyamar sebagai bank, surel, atau situs apa pun di Internet: browser menolaknya. Kami mengujinya dengan mesin Chrome dan dengan Firefox.',
    'Kunci sertifikat tidak pernah keluar dari router yang memakai nama ini.',
    'Sertifikat ini tidak membuat orang lain bisa membaca file Anda: dengan atau tanpa ini, file dienkripsi dari perangkat ke perangkat.',
    'Meski begitu, lakukan hanya jika Anda percaya kepada pengelola router ini, dan batalkan jika tidak diperlukan lagi.',
  ],
  compare: 'Apakah ini yang benar?',
  compareHelp:
    'Tanyakan nomor router ini kepada pengelolanya dan bandingkan. Nomor itu ditampilkan saat router dinyalakan; di perangkat Anda, nomor itu ada di rincian sertifikat dengan nama “SHA-256”.',
  back: 'Kembali ke aplikasi',
  known: 'Tidak ada yang perlu diatur: sertifikat router ini sudah dikenal semua perangkat.',
  off: 'Alamat aman router ini sedang tidak bisa dipakai.',
};
