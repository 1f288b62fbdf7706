import type { MakeSureWords } from '../words/make-sure.ts';

export const makeSure: MakeSureWords = {
  button: 'Pastikan orangnya',
  ways: {
    title: 'Pastikan ini benar {name}',
    help: 'Berdirilah berdampingan supaya Anda berdua bisa melihat kedua layar.',
    compare: 'Bandingkan gambar',
    compareHelp: 'Cukup sepuluh detik, dan Anda berdua sama-sama yakin.',
    photo: 'Potret kodenya',
    photoHelp:
      'Orang itu mengetuk “Pastikan orangnya”, lalu “Tunjukkan kode saya”. Setelah itu Anda yakin; orang itu belum.',
    mine: 'Tunjukkan kode saya',
    mineHelp: 'Untuk difoto orang lain.',
  },
  waysAny: {
    title: 'Pastikan dengan foto',
    help: 'Berdirilah berdampingan. Untuk membandingkan gambar, pilih dulu orangnya di daftar perangkat.',
  },

  calling: { title: 'Menghubungkan ke {name}', help: 'Perlu beberapa detik.' },
  asking: {
    title: 'Sekarang lihat layar {name}',
    help: 'Di sana muncul pertanyaan. Minta orangnya mengetuk “Terima”.',
  },
  asked: {
    title: '{name} ingin memastikan bahwa ini benar Anda',
    help: 'Berdirilah berdampingan. Kedua layar akan menampilkan empat gambar dan satu nomor untuk dibandingkan.',
    accept: 'Terima',
    notNow: 'Nanti saja',
  },
  agreed: { title: 'Tunggu sebentar', help: 'Gambar akan muncul di kedua layar.' },
  code: {
    title: 'Apakah kedua layar sama?',
    help: 'Lihat kedua layar, atau bacakan dengan suara keras: keempat gambar dan nomornya.',
    pictures: 'Gambar',
    number: 'Nomor: {digits}',
    same: 'Sama',
    different: 'Tidak sama',
    saidHere: 'Anda menjawab: sama. Menunggu {name}.',
    saidThere: '{name} menjawab: sama. Bagaimana dengan Anda?',
  },
  known: {
    title: 'Sekarang Anda mengenal {name}',
    help: 'Mulai sekarang perangkat ini mengenali perangkat {name}, apa pun nama yang dipakai orang lain.',
    oneSided: '{name} belum yakin bahwa ini Anda: tunjukkan kode Anda, atau bandingkan gambar.',
    label: 'Panggilan dari Anda',
    labelHint: 'Hanya Anda yang melihat nama ini.',
    done: 'Selesai',
  },

  different: {
    title: 'Jangan kirim apa pun ke perangkat ini',
    me: 'Kedua layar tidak sama. Perangkat yang bernama {name} di sini mungkin bukan milik orang itu: mungkin ada yang menyusup di antara Anda berdua, dan membaca atau mengubah kiriman Anda berdua.',
    peer: '{name} menjawab bahwa kedua layar tidak sama. Perangkat yang bernama {name} di sini mungkin bukan milik orang itu: mungkin ada yang menyusup di antara Anda berdua, dan membaca atau mengubah kiriman Anda berdua.',
    broken:
      'Perangkat yang bernama {name} di sini tidak menjawab dengan benar. Mungkin itu bukan milik orang itu: mungkin ada yang menyusup di antara Anda berdua, dan membaca atau mengubah kiriman Anda berdua.',
    unproven:
      'Yang menjawab di sini bukan perangkat yang bernama {name}. Mungkin ada yang menyusup di antara Anda berdua, dan membaca atau mengubah kiriman Anda berdua.',
    other:
      'Ini kode perangkat lain, bukan perangkat yang bernama {name} di sini. Perangkat di sini mungkin bukan milik orang itu: mungkin ada yang menyusup di antara Anda berdua, dan membaca atau mengubah kiriman Anda berdua.',
    nothingSent: 'Kali ini tidak ada yang dikirim.',
    what: 'Yang perlu dilakukan',
    steps: [
      'Segera beri tahu {name}.',
      'Mungkin salah lihat: coba sekali lagi, sambil dibacakan dengan suara keras.',
      'Jika masih tidak sama, berikan file dengan cara lain, dan beri tahu pengelola Wi-Fi ini.',
    ],
  },
  block: 'Blokir perangkat ini',
  failed: {
    refused: { title: '{name} tidak mengetuk “Terima”', help: 'Tanyakan kepada orangnya, lalu coba lagi.' },
    cancelled: {
      title: '{name} membatalkannya',
      help: 'Anda berdua belum saling yakin. Bicaralah dulu, lalu coba lagi.',
    },
    late: { title: 'Terlalu lama', help: 'Anda berdua belum saling yakin. Coba lagi saat berdiri berdampingan.' },
    lost: {
      title: 'Sambungan terputus',
      help: 'Anda berdua belum saling yakin. Biarkan halaman ini terbuka di kedua layar, lalu coba lagi.',
    },
    unreachable: {
      title: '{name} tidak terjangkau',
      help: 'Biarkan halaman ini terbuka di kedua layar, lalu coba lagi.',
    },
    outdated: {
      title: 'Salah satu halaman masih versi lama',
      help: 'Muat ulang halaman di kedua perangkat, lalu coba lagi.',
    },
  },

  mine: {
    title: 'Kode saya',
    help: 'Orang lain mengetuk “Pastikan orangnya” dan memotret ini. Setelah itu ia yakin bahwa ini benar Anda. Agar Anda juga yakin, potretlah kodenya.',
    picture: 'Kode perangkat ini',
  },
  photo: {
    title: 'Potret kodenya',
    help: 'Di layarnya: “Pastikan orangnya”, lalu “Tunjukkan kode saya”. Kode sebaiknya memenuhi setengah foto.',
    take: 'Ambil foto',
    looking: 'Memeriksa foto…',
  },
  noPerson: {
    nothing: {
      title: 'Tidak ada kode di foto ini',
      help: 'Mendekatlah sampai kode memenuhi setengah foto. Jangan bergerak, hindari pantulan lampu dan matahari, dan terangkan layar satunya.',
    },
    unreadable: { title: 'Foto ini tidak bisa dibuka', help: 'Ambil foto lagi.' },
    missing: {
      title: 'Ada bagian halaman yang tidak sampai',
      help: 'Tanpa bagian itu foto tidak bisa dibaca. Tetaplah di dekat router dan muat ulang halaman ini, atau bandingkan gambar.',
    },
    foreign: {
      title: 'Ini kode jenis lain',
      help: 'Di layarnya: “Pastikan orangnya”, lalu “Tunjukkan kode saya”.',
    },
    own: { title: 'Ini kode Anda sendiri', help: 'Potretlah layar orang itu.' },
    absent: {
      title: 'Orang ini tidak ada di sini',
      help: 'Kodenya benar, tetapi perangkatnya tidak terjangkau. Bukalah halaman ini di kedua perangkat, di Wi-Fi yang sama.',
    },
    blocked: { title: 'Anda memblokir orang ini', help: 'Buka dulu blokirnya, di “Orang”.' },
  },

  again: 'Coba lagi',
  cancel: 'Batalkan',
  close: 'Tutup',
};
