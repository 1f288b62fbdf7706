import type { FailureWords } from '../words/failures.ts';

export const failures: FailureWords = {
  failure: {
    unreachable: {
      sending:
        'Tidak bisa tersambung ke perangkat itu. Pastikan halamannya terbuka dan layarnya menyala, lalu kirim lagi.',
      receiving: 'Tidak bisa tersambung ke perangkat itu. Biarkan halaman ini terbuka dan minta file dikirim lagi.',
    },
    'blocked-here': {
      sending:
        'Browser ini tidak menemukan jalan ke perangkat lain. Ada yang menghalangi di sini: VPN, filter, atau pengaturan browser. Matikan penghalang itu, lalu kirim lagi.',
      receiving:
        'Browser ini tidak menemukan jalan ke perangkat lain. Ada yang menghalangi di sini: VPN, filter, atau pengaturan browser. Matikan penghalang itu, lalu minta file dikirim lagi.',
    },
    'blocked-there': {
      sending:
        'Ada yang menghalangi sambungan di perangkat itu: VPN, filter, atau pengaturan browser. Minta pemiliknya mematikan penghalang itu, lalu Anda kirim lagi.',
      receiving:
        'Ada yang menghalangi sambungan di perangkat itu: VPN, filter, atau pengaturan browser. Minta pemiliknya mematikan penghalang itu dan mengirim lagi.',
    },
    'no-path': {
      sending:
        'Kedua perangkat ada, tetapi tidak ada yang bisa lewat di antaranya. Jika di salah satunya ada VPN atau filter, matikan; mendekatlah ke router, lalu kirim lagi.',
      receiving:
        'Kedua perangkat ada, tetapi tidak ada yang bisa lewat di antaranya. Jika di salah satunya ada VPN atau filter, matikan; mendekatlah ke router dan minta file dikirim lagi.',
    },
    'peer-left': {
      sending:
        'Perangkat itu sudah tidak di sini, atau halamannya ditutup. Minta orangnya membukanya lagi, lalu Anda kirim lagi.',
      receiving:
        'Perangkat itu sudah tidak di sini, atau halamannya ditutup. Minta orangnya membukanya lagi dan mengirim lagi.',
    },
    'connection-lost': {
      sending: 'Sambungan terputus. Mendekatlah ke router, biarkan layar menyala, lalu kirim lagi.',
      receiving: 'Sambungan terputus. Mendekatlah ke router, biarkan layar menyala, dan minta file dikirim lagi.',
    },
    'no-webrtc': {
      sending:
        'Browser di perangkat itu tidak bisa menerima file. Minta orangnya memakai Safari, Chrome, atau Firefox.',
      receiving: 'Browser ini tidak bisa menerima file. Buka halaman ini di Safari, Chrome, atau Firefox.',
    },
    busy: {
      sending: 'Perangkat itu sedang mendapat terlalu banyak kiriman. Tunggu sebentar, lalu kirim lagi.',
      receiving: 'Terlalu banyak kiriman datang sekaligus. Minta file dikirim lagi.',
    },
    'no-more-connections': {
      sending: 'Browser ini membuka terlalu banyak sambungan. Muat ulang halaman ini, lalu kirim lagi.',
      receiving: 'Browser ini membuka terlalu banyak sambungan. Muat ulang halaman ini dan minta file dikirim lagi.',
    },
    unproven: {
      sending:
        'Ada yang menyusup di antara Anda dan {name}, atau menyamar sebagai {name}. Tidak ada yang dikirim. Temui {name}, atau pakai router lain.',
      receiving:
        'Ada yang menyusup di antara Anda dan {name}, atau menyamar sebagai {name}. Tidak ada yang diterima dari sana.',
    },
    'no-proof': {
      sending: 'Perangkat yang menjawab tidak bisa dipastikan sebagai {name}. Tidak ada yang dikirim. Coba lagi.',
      receiving: 'Perangkat yang menjawab tidak bisa dipastikan sebagai {name}. Tidak ada yang diterima dari sana.',
    },
    'same-address': {
      sending:
        'Dua router beralamat sama, jadi tidak ada yang bisa lewat. Beri tahu pengelola; caranya ada di halaman /status.',
      receiving:
        'Dua router beralamat sama, jadi tidak ada yang bisa lewat. Beri tahu pengelola; caranya ada di halaman /status.',
    },
    'other-network': {
      sending:
        'Tidak ada jalan dari router ini ke router satunya. Beri tahu pengelola; caranya ada di halaman /status.',
      receiving:
        'Tidak ada jalan dari router ini ke router satunya. Beri tahu pengelola; caranya ada di halaman /status.',
    },
    'version-mismatch': {
      sending: 'Versi halaman di kedua perangkat berbeda. Muat ulang halaman ini di keduanya, lalu kirim lagi.',
      receiving:
        'Versi halaman di kedua perangkat berbeda. Muat ulang halaman ini di keduanya dan minta file dikirim lagi.',
    },
    'protocol-violation': {
      sending: 'Jawaban dari perangkat itu tidak benar. Muat ulang halaman ini di kedua perangkat, lalu kirim lagi.',
      receiving:
        'Kiriman dari perangkat itu tidak benar, jadi tidak ada yang disimpan. Muat ulang halaman ini di kedua perangkat dan minta dikirim lagi.',
    },
    'source-changed': {
      sending: 'Ada file di perangkat Anda yang berubah saat dikirim. Pilih lagi filenya dan kirim lagi.',
      receiving: 'Ada file di perangkat itu yang berubah saat dikirim. Minta orangnya mengirim lagi.',
    },
    'source-unreadable': {
      sending:
        'Ada file di perangkat Anda yang tidak bisa dibaca lagi; mungkin sudah dipindahkan atau dihapus. Pilih lagi filenya.',
      receiving: 'Ada file yang tidak bisa dibaca lagi di perangkat itu. Minta orangnya memilih file lagi.',
    },
    'storage-full': {
      sending: 'Perangkat itu penuh. Minta orangnya mengosongkan ruang, lalu Anda kirim lagi.',
      receiving: 'Perangkat Anda penuh. Kosongkan ruang dan minta file dikirim lagi.',
    },
    'storage-failed': {
      sending: 'Perangkat itu tidak bisa menyimpan file. Minta orangnya memuat ulang halaman, lalu Anda kirim lagi.',
      receiving:
        'Browser ini tidak bisa menyimpan file. Jika memakai mode samaran atau pribadi, keluar dulu, muat ulang, dan minta file dikirim lagi.',
    },
    'storage-refused': {
      sending:
        'Browser di perangkat itu tidak menyimpan apa pun untuk halaman ini, dan kiriman ini terlalu besar untuk memorinya. Minta orangnya membuka halaman di browser lain, bukan dalam mode samaran atau pribadi, lalu Anda kirim lagi.',
      receiving:
        'Browser ini tidak menyimpan apa pun untuk halaman ini, dan kiriman ini terlalu besar untuk memorinya. Izinkan situs ini menyimpan data, atau buka halaman di browser lain, bukan dalam mode samaran atau pribadi. Lalu minta file dikirim lagi.',
    },
    'digest-mismatch': {
      sending: 'File sampai dalam keadaan rusak dan dibuang. Kirim lagi.',
      receiving: 'File sampai dalam keadaan rusak dan dibuang. Minta dikirim lagi.',
    },
    'hash-failed': {
      sending: 'Bagian halaman yang memeriksa file tidak termuat. Muat ulang di kedua perangkat, lalu kirim lagi.',
      receiving:
        'Bagian halaman yang memeriksa file tidak termuat. Muat ulang di kedua perangkat dan minta dikirim lagi.',
    },
    'page-failed': {
      sending: 'Terjadi kesalahan di salah satu halaman. Muat ulang di kedua perangkat, lalu kirim lagi.',
      receiving: 'Terjadi kesalahan di salah satu halaman. Muat ulang di kedua perangkat dan minta dikirim lagi.',
    },
  },
  interruption: {
    'connection-lost': {
      sending: 'Sambungan terputus. Pengiriman berlanjut sendiri begitu kedua perangkat tersambung lagi.',
      receiving: 'Sambungan terputus. Penerimaan berlanjut sendiri begitu kedua perangkat tersambung lagi.',
    },
    'peer-left': {
      sending:
        'Perangkat itu sudah tidak di sini. Pengiriman berlanjut sendiri begitu perangkat itu kembali dan halaman ini terbuka di sana.',
      receiving:
        'Perangkat itu sudah tidak di sini. Penerimaan berlanjut sendiri begitu perangkat itu kembali dan halaman ini terbuka di sana.',
    },
    unreachable: {
      sending: 'Perangkat itu sekarang tidak terjangkau. Akan dicoba lagi secara otomatis.',
      receiving: 'Perangkat itu sekarang tidak terjangkau. Akan dicoba lagi secara otomatis.',
    },
    unproven: {
      sending:
        'Ada yang menyusup di antara Anda dan {name}, atau menyamar sebagai {name}. Tidak ada lagi yang dikirim. Pengiriman berlanjut jika {name} sendiri yang menjawab. Temui {name}, atau pakai router lain.',
      receiving:
        'Ada yang menyusup di antara Anda dan {name}, atau menyamar sebagai {name}. Tidak ada yang diterima dari sana; yang sudah sampai tetap ada. Penerimaan berlanjut jika {name} sendiri yang menjawab.',
    },
    'no-proof': {
      sending:
        'Perangkat yang menjawab tidak bisa dipastikan sebagai {name}. Tidak ada lagi yang dikirim. Akan dicoba lagi secara otomatis.',
      receiving:
        'Perangkat yang menjawab tidak bisa dipastikan sebagai {name}. Yang sudah sampai tetap ada. Akan dicoba lagi secara otomatis.',
    },
    'blocked-here': {
      sending:
        'Browser ini sekarang tidak menemukan jalan ke perangkat lain: VPN, filter, atau pengaturan browser menghalangi. Matikan penghalang itu; akan dicoba lagi secara otomatis.',
      receiving:
        'Browser ini sekarang tidak menemukan jalan ke perangkat lain: VPN, filter, atau pengaturan browser menghalangi. Matikan penghalang itu; akan dicoba lagi secara otomatis.',
    },
    'blocked-there': {
      sending:
        'Ada yang menghalangi sambungan di perangkat itu: VPN, filter, atau pengaturan browser. Minta pemiliknya mematikan penghalang itu; akan dicoba lagi secara otomatis.',
      receiving:
        'Ada yang menghalangi sambungan di perangkat itu: VPN, filter, atau pengaturan browser. Minta pemiliknya mematikan penghalang itu; akan dicoba lagi secara otomatis.',
    },
    'no-path': {
      sending:
        'Kedua perangkat ada, tetapi tidak ada yang bisa lewat di antaranya. Jika di salah satunya ada VPN atau filter, matikan. Akan dicoba lagi secara otomatis.',
      receiving:
        'Kedua perangkat ada, tetapi tidak ada yang bisa lewat di antaranya. Jika di salah satunya ada VPN atau filter, matikan. Akan dicoba lagi secara otomatis.',
    },
    'no-answer': {
      sending:
        'Perangkat itu tidak menjawab: mungkin layarnya mati, atau tidak ada yang sampai ke sana. Pengiriman berlanjut begitu ada jawaban.',
      receiving:
        'Perangkat itu tidak menjawab: mungkin layarnya mati, atau tidak ada yang sampai ke sana. Penerimaan berlanjut begitu ada jawaban.',
    },
    'storage-failed': {
      sending:
        'Perangkat itu tidak bisa menyimpan lebih banyak. Pengiriman berlanjut jika orangnya mengetuk “Lanjutkan”.',
      receiving: 'Browser ini tidak bisa menyimpan lebih banyak. Ketuk “Lanjutkan”, atau muat ulang halaman dulu.',
    },
    'storage-full': {
      sending:
        'Perangkat itu penuh. Pengiriman berlanjut jika orangnya sudah mengosongkan ruang dan mengetuk “Lanjutkan”.',
      receiving: 'Perangkat Anda penuh. Kosongkan ruang, lalu ketuk “Lanjutkan”.',
    },
    'hash-failed': {
      sending:
        'Bagian halaman yang memeriksa file tidak termuat. Muat ulang di kedua perangkat di dekat router, lalu ketuk “Lanjutkan”.',
      receiving:
        'Bagian halaman yang memeriksa file tidak termuat. Muat ulang di kedua perangkat di dekat router, lalu ketuk “Lanjutkan”.',
    },
    'source-unreadable': {
      sending:
        'Ada file yang tidak bisa dibaca lagi: dipindahkan, dihapus, atau media penyimpannya dicabut. Pilih lagi file itu; yang sudah sampai tidak dikirim dua kali.',
      receiving:
        'Ada file yang tidak bisa dibaca lagi di perangkat itu. Penerimaan berlanjut jika orangnya sudah memilihnya lagi.',
    },
    'page-failed': {
      sending: 'Terjadi kesalahan di salah satu halaman. Muat ulang di kedua perangkat, lalu ketuk “Lanjutkan”.',
      receiving: 'Terjadi kesalahan di salah satu halaman. Muat ulang di kedua perangkat, lalu ketuk “Lanjutkan”.',
    },
  },
};
