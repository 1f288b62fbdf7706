/** A certificate with its key, as files hold them, checked when they are read. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { wordsOf } from '../machine/files.ts';

/** Both PEM; `cert` may be a chain, the own certificate first. */
export type Pair = { readonly cert: string; readonly key: string };
type PairFacts = {
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DNS names and addresses, as the certificate says them. */
  readonly names: readonly string[];
};
export type Checked = { readonly pair: Pair; readonly facts: PairFacts };

/** A pair that may change while the router runs. */
export type LivePair = {
  current(): Checked;
  /** Calls back with each pair that replaces the current one. */
  onChange(listener: (pair: Pair) => void): void;
  /** What is wrong, in words, if anything is: an older pair is in use, or one for a clock that cannot be right. */
  problem(): string | undefined;
  stop(): void;
};

/** Checks that TLS can be served with these two texts, or says in words why it cannot. */
export function checkPair(pair: Pair): Checked | { readonly problem: string } {
  try {
    const certificate = new X509Certificate(pair.cert);
    if (!certificate.checkPrivateKey(createPrivateKey(pair.key)))
      return { problem: 'the key is not the key of this certificate' };
    createSecureContext(pair);
    return { pair, facts: factsOf(certificate) };
  } catch (error) {
    return { problem: wordsOf(error) };
  }
}

function factsOf(certificate: X509Certificate): PairFacts {
  return {
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
    names: namesOf(certificate.subjectAltName ?? ''),
  };
}

/** Node writes `DNS:a.example, IP Address:192.168.1.1`; what it had to put in quotes is no name of a host. */
function namesOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|, )(?:DNS|IP Address):([^",]+)/g)].map(([, name = '']) => name);
}

/** True when a certificate for these names is good for `host`. A wildcard stands for one label. */
export function covers(names: readonly string[], host: string): boolean {
  return names.some((name) => name === host || (name.startsWith('*.') && host.replace(/^[^.]+/, '*') === name));
}
