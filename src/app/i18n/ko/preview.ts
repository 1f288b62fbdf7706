import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: '동영상: {name}',
  sound: '소리: {name}',
  videoNot: '이 브라우저로는 이 동영상을 재생할 수 없습니다. 기기에 저장한 다음 다른 앱(VLC 등)으로 여세요.',
  soundNot: '이 브라우저로는 이 소리를 재생할 수 없습니다. 기기에 저장한 다음 다른 앱(VLC 등)으로 여세요.',
  onlySound: '이 브라우저로는 소리만 재생할 수 있습니다. 영상을 보려면 기기에 저장한 다음 다른 앱(VLC 등)으로 여세요.',
  heicNot:
    'iPhone에서 쓰는 형식(HEIC)의 사진이라 이 브라우저에서는 볼 수 없습니다. 기기에 저장하면 iPhone, iPad, Mac이나 최신 Android의 사진 앱에서 볼 수 있습니다. 보낸 그대로 저장됩니다.',
  modernHelp: '이 화면이 멈추면 다시 여세요. 파일은 그대로 남습니다.',

  zip: '들어 있는 파일',
  zipHelp: '파일을 열려면 기기에 저장한 다음 기기에서 여세요.',
  zipEmpty: '들어 있는 파일이 없습니다.',
  zipUnreadable: '무엇이 들어 있는지 여기서는 볼 수 없습니다. 기기에 저장한 다음 여세요.',
  zipLocked: '비밀번호가 걸려 있습니다. 보낸 사람에게 물어보세요.',
  zipPart: { other: '더 있지만 처음 #개만 표시합니다.' },
};
