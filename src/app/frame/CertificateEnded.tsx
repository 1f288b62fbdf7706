/** For the secure address when its certificate has expired and no router answers here: where to go instead. */
import { useLateText } from '../i18n/context.ts';
import { Notice } from '../pieces/Notice.tsx';

export function CertificateEnded({ plain }: { plain: string }) {
  const { words } = useLateText();
  return (
    <div class="certificate-ended">
      <Notice title={words.trouble.expired}>
        <p>{words.trouble.expiredHelp}</p>
        <a class="button big primary" href={plain}>
          {plain.replace(/\/$/, '')}
        </a>
      </Notice>
    </div>
  );
}
