import type { PreviewWords } from '../words/preview.ts';

export const preview: PreviewWords = {
  video: '视频：{name}',
  sound: '声音：{name}',
  videoNot: '这个浏览器不能播放这个视频。请保存到设备，再用别的应用打开，例如 VLC。',
  soundNot: '这个浏览器不能播放这个声音。请保存到设备，再用别的应用打开，例如 VLC。',
  onlySound: '这个浏览器只能播放声音。要看画面，请保存到设备，再用别的应用打开，例如 VLC。',
  heicNot:
    '这张照片是 iPhone 使用的格式（HEIC），这个浏览器不能显示。请保存到设备：iPhone、iPad、Mac 和较新的 Android 手机的照片应用可以显示。保存的就是对方发送的原文件。',
  modernHelp: '如果这个页面停止了，请重新打开：文件还在。',

  zip: '里面有什么',
  zipHelp: '要打开里面的文件，请先保存到设备，再在设备上打开。',
  zipEmpty: '里面没有文件。',
  zipUnreadable: '这里不能列出里面的内容。请保存到设备后打开。',
  zipLocked: '里面有密码保护：请向发送的人询问密码。',
  zipPart: { other: '里面还有更多，这里只显示前 # 个。' },
};
