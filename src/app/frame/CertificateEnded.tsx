/** For the secure address when its certificate has expired and no router answers here: where to go instead. */
import { useText } from '../i18n/context.ts';
import { Notice } from '../pieces/Notice.tsx';

export function CertificateEnded({ plain }: { plain: string }) {
  const { words } = useText();
  return (
    <div class="certificate-ended">
      <Notice title={words.secure.expired}>
        <p>{words.secure.expiredHelp}</p>
        <a class="button big primary" href={plain}>
          {plain.replace(/\/$/, '')}
        </a>
      </Notice>
    </div>
  );
}
