import type { ReportingWords } from '../words/reporting.ts';

export const reporting: ReportingWords = {
  title: '문제 보고서',
  help: '무엇이 잘못되었는지 Hikyaku를 돌보는 사람들이 아는 데 도움이 됩니다. 사람, 기기, 파일의 이름은 들어 있지 않습니다. 직접 전하지 않으면 이 기기에만 있습니다.',
  copy: '보고서 복사',
  copied: '복사했습니다. 메시지 등에 붙여 넣으세요.',
  selected: '이 브라우저에서는 자동으로 복사할 수 없습니다. 보고서가 선택되어 있으니 선택 메뉴에서 복사하세요.',
  close: '닫기',
};
