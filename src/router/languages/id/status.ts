/** Indonesian: the operator's page. */
import type { StatusWords } from '../../status/words.ts';

export const status: StatusWords = {
  title: 'Keadaan router ini',
  verdict: {
    note: { word: 'Semua baik', sentence: 'Orang bisa saling mengirim file di sini.' },
    warn: {
      word: 'Berfungsi, tetapi ada yang kurang',
      sentence: 'Orang bisa saling mengirim file di sini. Yang perlu dilakukan:',
    },
    stop: { word: 'Perlu ditangani', sentence: 'Sekarang router ini tidak bisa dipakai. Yang perlu dilakukan:' },
  },
  findings: {
    'app-missing': { what: 'Halaman untuk dibuka orang belum ada.', todo: 'Di folder Hikyaku, ketik:' },
    unreachable: {
      what: 'Hanya mesin ini sendiri yang bisa membuka halamannya: mesin tidak tersambung ke jaringan, atau tidak menerima dari jaringan mana pun.',
      todo: 'Sambungkan Wi-Fi atau kabel jaringan. Jika sudah tersambung, jalankan router tanpa --host.',
    },
    full: {
      what: '{clients} dari paling banyak {most} perangkat tersambung: orang berikutnya mungkin ditolak.',
      todo: 'Minta orang memakai router lain, atau pasang satu lagi.',
    },
    'memory-low': {
      what: 'Memori mesin ini hampir habis: tersisa {free}.',
      todo: 'Tutup program lain. Jika tidak membantu, nyalakan ulang mesin saat sedikit orang memakainya.',
    },
    'certificate-ends': {
      what: {
        other:
          'Sertifikat HTTPS berakhir dalam # hari. Setelah itu aplikasi yang sudah diinstal tidak bisa tersambung ke router ini.',
      },
      todo: 'Ganti file --tls-cert dan --tls-key dengan yang baru. Dalam beberapa detik langsung dipakai, tanpa menyalakan ulang.',
    },
    'certificate-ended': {
      what: 'Sertifikat HTTPS sudah berakhir: aplikasi yang sudah diinstal tidak bisa tersambung ke router ini. Alamat biasa tetap bisa dipakai.',
      todo: 'Ganti file --tls-cert dan --tls-key dengan yang baru. Dalam beberapa detik langsung dipakai, tanpa menyalakan ulang.',
    },
    'certificate-problem': {
      what: 'Sertifikat HTTPS yang baru tidak bisa dipakai, jadi yang lama masih dipakai.',
      todo: 'Periksa file --tls-cert dan --tls-key. Kesalahannya:',
    },
    'secure-failed': {
      what: 'Alamat aman (HTTPS) tidak berjalan. Alamat biasa tetap bisa dipakai.',
      todo: 'Mungkin program lain memakai port itu: tutup program tersebut, atau pilih port lain dengan --https-port. Pesan mesin:',
    },
    'disk-low': {
      what: 'Disk mesin ini hampir penuh: tersisa {free}.',
      todo: 'Hapus file lama di mesin ini.',
    },
    'held-failed': {
      what: 'Pesan dan tulisan tidak disimpan: disk mesin ini tidak bisa dipakai.',
      todo: 'Periksa disk, dan pastikan tidak ada program lain yang memakai --data-dir yang sama; lalu jalankan lagi program ini. Pesan mesin:',
    },
    'held-stuck': {
      what: 'Yang dititipkan orang tidak tersimpan: disk mesin ini tidak menerimanya.',
      todo: 'Kosongkan ruang di disk, atau perbaiki. Sedang dicoba lagi secara otomatis. Pesan mesin:',
    },
    'held-damaged': {
      what: { other: '# pesan, tulisan, atau file rusak di disk dan tidak ada lagi di sini.' },
      todo: 'Disk mungkin mulai rusak: salin folder --data-dir ke disk lain.',
    },
    'access-point-off': {
      what: 'Wi-Fi router ini tidak memancar: ponsel tidak melihatnya.',
      todo: 'Sedang dijalankan ulang secara otomatis. Jika tetap tidak muncul, ini menunjukkan sebabnya:',
    },
    'radio-blocked': { what: 'Radio dimatikan: {names}.', todo: 'Cari sakelar di mesin, atau ketik:' },
    'radar-wait': {
      what: 'Radio harus memeriksa radar dulu sebelum memancar: {names}. Ini perlu satu menit atau lebih.',
      todo: 'Tunggu. Di saluran 1 sampai 11 tidak perlu menunggu.',
    },
    'country-unset': {
      what: 'Radio belum tahu negaranya, sehingga hanya bisa memakai sedikit saluran, dan lemah.',
      todo: 'Atur negaranya, misalnya:',
    },
    'radio-unknown': {
      what: 'Keadaan radio tidak diketahui sekarang: program pengawasnya tidak melapor.',
      todo: 'Ini menunjukkan sebabnya:',
    },
    'mesh-point-off': {
      what: 'Radio ke router lain tidak memancar.',
      todo: 'Sedang dijalankan ulang secara otomatis. Jika tetap tidak muncul, ini menunjukkan sebabnya:',
    },
    'batman-missing': {
      what: 'Kernel mesin ini tidak punya batman-adv, yang menyatukan router lewat radio dan kabel.',
      todo: 'Pakai kernel yang memilikinya, seperti milik Debian, lalu ketik:',
    },
    'mesh-point-alone': {
      what: 'Radio ke router lain tidak menemukan satu pun.',
      todo: 'Apakah router terdekat menyala, dan cukup dekat? Keduanya perlu saluran dan kunci mesh yang sama.',
    },
    'stations-many': {
      what: '{stations} perangkat memakai Wi-Fi, dan radionya menampung sekitar {most}: orang berikutnya mungkin tidak bisa masuk.',
      todo: 'Minta orang memakai router lain, atau pasang satu lagi.',
    },
    'stations-weak': {
      what: { other: 'Sinyal # perangkat di Wi-Fi semuanya lemah: file lama sampai, dan sambungan putus.' },
      todo: 'Taruh router lebih tinggi dan di tempat terbuka, atau lebih dekat ke orang-orang.',
    },
    'air-busy': {
      what: 'Saluran {channel} padat: terpakai {share} dari waktu, dan file lama sampai.',
      todo: 'Pilih yang paling sepi di antara 1, 6, dan 11. Router yang tersambung lewat radio perlu saluran yang sama.',
    },
    'relay-missing': {
      what: 'Relai belum terpasang. Jika dua jaringan tidak bisa tersambung langsung, file tidak sampai.',
      todo: 'Saat mesin punya Internet, ketik ini, lalu jalankan ulang router:',
    },
    'relay-failed': {
      what: 'Relai tidak berjalan. Jika dua jaringan tidak bisa tersambung langsung, file tidak sampai.',
      todo: 'Sedang dicoba lagi secara otomatis. Pesan mesin:',
    },
    'relay-off': { what: 'Relai dimatikan, sesuai --turn.' },
    'backhaul-down': {
      what: 'Sambungan ke router lain terputus: kabel atau radionya tidak punya alamat.',
      todo: 'Periksa kabel atau radio di antara router, di kedua ujungnya.',
    },
    'same-address': {
      what: {
        other:
          'Alamat penghubung {names} sama dengan router ini: perangkat saling terlihat, tetapi file tidak bisa lewat.',
      },
      todo: 'Beri tiap router alamat sendiri pada penghubung, dalam jaringan yang sama. Contohnya di sini:',
    },
    'shared-address': {
      what: 'Alamat penghubung {names} sama: file tidak sampai ke perangkat di sana.',
      todo: 'Beri masing-masing alamat sendiri pada penghubung, dalam jaringan yang sama.',
    },
    'other-network': {
      what: 'Tidak ada jalan ke {names}: alamat penghubung di sana termasuk jaringan lain. Perangkat saling terlihat, tetapi file tidak bisa lewat.',
      todo: 'Beri semua router alamat yang berbeda dalam satu jaringan penghubung, atau buat rute di antara jaringan.',
    },
    gone: {
      what: { other: '{names} tadinya ada dan sekarang hilang ({time} yang lalu).' },
      todo: 'Periksa listrik di sana, lalu kabel atau radionya. Hal lain yang perlu diperiksa ada di daftar di bawah.',
    },
    alone: {
      what: 'Tidak ada router lain yang terjangkau. Perangkat di router ini tetap bisa saling mengirim.',
      todo: 'Jika seharusnya ada, periksa daftar di bawah.',
    },
    'own-clock': {
      what: 'Jam router ini salah. Sekarang menunjukkan {time}.',
      todo: 'File tetap sampai, tetapi alamat aman (https) mungkin tidak terbuka. Atur jamnya, misalnya:',
    },
    clocks: {
      what: 'Jamnya berbeda: {names}, selisih {time}.',
      todo: 'File tetap sampai. Cocokkan kedua jam dengan arloji, dan betulkan yang salah.',
    },
    open: {
      what: 'Belum ada kunci mesh: router mana pun pada penghubung bisa bergabung, dan dipercaya.',
      todo: 'Agar hanya router Anda yang masuk, jalankan semuanya dengan --mesh-key yang sama.',
    },
    'mesh-off': { what: 'Router lain tidak dicari, sesuai --mesh.' },
    'no-backhaul': {
      what: 'Router ini bekerja sendiri.',
      todo: 'Untuk menggabungkannya dengan yang lain, hubungkan dengan kabel atau radio, dan jalankan masing-masing dengan nama antarmukanya:',
    },
  },
  strangers: {
    'other-key': {
      what: '{addresses}: router dengan kunci lain. Tidak diizinkan masuk.',
      todo: 'Jika milik Anda, jalankan dengan --mesh-key yang persis sama dengan di sini.',
    },
    'no-key': {
      what: '{addresses}: router tanpa kunci. Tidak diizinkan masuk.',
      todo: 'Jika milik Anda, jalankan dengan --mesh-key yang sama dengan di sini.',
    },
    'has-key': {
      what: '{addresses}: router yang punya kunci, sedangkan di sini tidak ada. Keduanya tidak bergabung.',
      todo: 'Jika keduanya milik Anda, jalankan router ini dengan --mesh-key yang sama.',
    },
    'other-version': {
      what: '{addresses}: router dengan versi Hikyaku yang lain. Keduanya tidak bergabung.',
      todo: 'Pasang versi yang sama di keduanya.',
    },
    forged: {
      what: '{addresses}: mengirim sinyal yang rusak atau palsu. Diabaikan.',
      todo: 'Jika milik Anda, periksa kabelnya. Jika bukan, cari tahu mesin apa itu.',
    },
    'too-many': {
      what: '{addresses}: mengirim terlalu banyak, atau jumlah router melebihi batas. Sisanya diabaikan.',
      todo: 'Cari tahu mesin apa di alamat ini. Satu router bergabung dengan paling banyak 128 router lain.',
    },
    misbehaves: {
      what: '{addresses}: mengirim hal yang tidak pernah dikirim router, jadi untuk sementara diabaikan.',
      todo: 'Jika milik Anda, jalankan ulang dengan versi yang sama dengan di sini.',
    },
  },
  numbers: { router: 'perangkat di sini', all: 'perangkat di semua router', routers: 'router terjangkau' },

  open: 'Tunjukkan alamat ini kepada orang-orang',
  openHelp: 'Pertama sambungkan ke Wi-Fi ini, lalu arahkan kamera ke kotak itu, atau ketik alamatnya di browser.',
  openOthers: 'Alamat lain router ini',
  poster: 'Poster untuk dicetak',
  qrCode: 'Kode QR {url}',

  reach: 'Router yang terjangkau',
  picture: { other: 'Gambar router ini dan # router lain' },
  pictureHelp:
    'Di dalam lingkaran: jumlah perangkat yang tersambung di sana. Garis berarti tersambung ke router ini. Apakah ada radio lain yang meneruskan di antaranya tidak diketahui di sini.',
  legend: { self: 'router ini', direct: 'terhubung', lost: 'baru saja putus', missing: 'hilang' },
  onlyThis: 'Sekarang tidak ada router lain yang terjangkau.',
  table: {
    caption: 'Daftar',
    name: 'Nama',
    address: 'Alamat',
    devices: 'Perangkat',
    heard: 'Kontak terakhir',
    way: 'Jalan',
    key: 'Kunci',
    clock: 'Jam',
  },
  self: 'router ini',
  direct: 'terhubung',
  lost: 'baru saja putus',
  gone: 'hilang, {ago}',
  keyed: 'kunci sama',
  openMesh: 'tanpa kunci',
  sameClock: 'sama',
  ahead: '{time} lebih cepat',
  behind: '{time} lebih lambat',
  unknown: 'tidak diketahui',

  checklist: {
    title: 'Ada router yang tidak terlihat? Periksa berurutan',
    steps: [
      'Apakah listriknya menyala? Apakah orang di dekatnya bisa membuka halamannya (alamatnya ditambah /status)?',
      'Apakah kabel tertancap di kedua ujung, atau radionya menyala? Semua router harus ada pada satu penghubung: satu switch, atau satu radio mesh (batman-adv, 802.11s). Router di penghubung lain, di balik router ketiga, tidak terlihat.',
      'Apakah keduanya dijalankan dengan --backhaul dan nama antarmuka kabel atau radio itu?',
      'Apakah alamat di sana termasuk rentang yang sama, misalnya 192.168.1.1 dan 192.168.1.2 (keduanya /24)? Satu alamat tidak boleh dipakai dua kali.',
      'Apakah --mesh-key di keduanya sama persis, atau keduanya tidak memakainya?',
      'Apakah versi Hikyaku di keduanya sama?',
      'Apakah ada jaringan lain di antaranya? Sinyal tidak lewat: sebutkan alamat lawannya dengan --mesh-peers di keduanya.',
      'Apakah ada firewall Anda di antaranya? Port 8642 UDP dan TCP serta multicast harus bisa lewat di antara router.',
    ],
  },

  facts: {
    title: 'Router ini',
    devices: 'Perangkat tersambung',
    devicesOf: '{here} dari paling banyak {most}',
    refused: 'Ditolak sejak dinyalakan',
    refusedFor: {
      'foreign-host': {
        other:
          '# kali: dibuka dengan nama yang bukan milik router ini. Pakailah alamat di atas, atau beri tahu namanya dengan --hostname',
      },
      'foreign-page': {
        other: '# kali: halaman dari tempat lain ingin tersambung. Jika ada proxy, proxy harus meneruskan header Host',
      },
      connections: { other: '# kali: terlalu banyak sambungan dari satu alamat' },
      sockets: {
        other:
          '# kali: terlalu banyak perangkat di balik satu alamat. Jika ada proxy atau router lain, banyak perangkat memakai satu alamat',
      },
      full: { other: '# kali: router ini penuh' },
    },
    relay: 'Relai (TURN)',
    relayState: { running: 'berjalan', off: 'mati', failed: 'tidak berjalan' },
    relayCause: {
      'not-installed': 'coturn belum terpasang',
      'switched-off': 'sesuai --turn',
      'no-network': 'tidak ada jaringan untuk dilayani',
      starting: 'sedang mulai',
    },
    relayed: { other: 'sekarang # sambungan melaluinya' },
    secure: 'Alamat aman (HTTPS)',
    secureState: { off: 'mati, sesuai --https-port', failed: 'tidak berjalan' },
    secureCertificate: { own: 'sertifikat router ini sendiri', operator: 'sertifikat pengelola' },
    secureUntil: { other: 'sampai {date}, # hari lagi' },
    secureEnded: 'berakhir pada {date}',
    secureClock: 'Jam router ini salah, jadi sertifikat ini berlaku tanpa batas waktu.',
    secureTrust: 'Cara agar ponsel memercayainya',
    mesh: 'Router lain (mesh)',
    meshState: { off: 'tidak dicari', alone: 'tidak ada yang terjangkau', joined: 'terhubung' },
    trust: { key: 'hanya dengan kunci yang sama', open: 'terbuka untuk semua router' },
    radio: {
      title: 'Radio',
      channel: 'saluran {channel}',
      inUse: 'terpakai {share}',
      stations: { other: '# perangkat' },
      peers: { other: '# router tetangga' },
      through: { other: '# router dijangkau lewat yang lain' },
    },
    memory: 'Memori',
    memoryOf: 'program ini {own}, bebas {free}',
    disk: 'Disk',
    diskOf: '{free} dari {whole} bebas',
    held: {
      title: 'Pesan dan tulisan yang dititipkan',
      posts: { other: '# tulisan di papan' },
      letters: { other: '# surat tersegel' },
      files: { other: '# file' },
      room: '{used} dari paling banyak {most}',
      days: { other: 'paling lama # hari' },
      off: 'mati, sesuai --hold',
      opening: 'sedang dibuka: tunggu sebentar',
      failed: 'tidak disimpan: disk mesin ini tidak bisa dipakai',
    },
    uptime: 'Berjalan selama',
    time: 'Jam',
    version: 'Versi',
    id: 'ID',
    digests: 'Kode pembanding',
    digestsHelp: 'sama pada router yang melihat router dan perangkat yang sama',
  },

  refreshes: { other: 'Halaman ini diperbarui sendiri setiap # detik.' },
  stopRefreshing: 'Hentikan',
  startRefreshing: 'Perbarui halaman ini otomatis',
  privacy: 'Di sini tidak ditampilkan file, nama file, maupun nama orang.',
  asJson: 'Isi yang sama untuk program',

  units: {
    y: { other: '# tahun' },
    d: { other: '# hari' },
    h: { other: '# jam' },
    min: { other: '# menit' },
    s: { other: '# detik' },
  },
  ago: '{time} yang lalu',
  more: { other: '# lainnya' },
};
