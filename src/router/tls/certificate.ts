/**
 * Writes X.509 certificates (RFC 5280) for P-256 keys. The only file that knows ASN.1. Pure: the same input, the same bytes,
 * as far as the signature is so as well.
 *
 * Loaded only when a certificate has to be written: it takes megabytes of memory that small routers lack.
 */
import { createHash } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  NameConstraints,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** DNS names and IPv4 addresses; in constraints, addresses are ranges such as `10.0.0.0/8`. */
export type Names = { readonly dns: readonly string[]; readonly ip: readonly string[] };

/** What a certificate says of its holder. */
type Subject = {
  readonly commonName: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
};

type Contents = {
  readonly subject: Subject;
  readonly issuer: Subject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly role: { readonly authorityOver: Names } | { readonly serverOf: Names };
};

const ORGANIZATION = 'Hikyaku';
const ID_AT_COMMON_NAME = '2.5.4.3';
const ID_AT_ORGANIZATION = '2.5.4.10';
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
/** RFC 5280 section 4.1.2.2 allows 20 bytes; the first stays below 0x80, or DER would add one. */
const SERIAL_BYTES = 16;

/** Makes an ECDSA signature over the SHA-256 of some bytes, in DER. */
type Sign = (bytes: Uint8Array) => Uint8Array;

/** A certificate in DER, signed with the issuer's key. */
export function certificate(contents: Contents, sign: Sign): Buffer {
  const unsigned = new TBSCertificate({
    version: Version.v3,
    signature: new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 }),
    issuer: nameOf(contents.issuer),
    validity: new Validity(contents),
    subject: nameOf(contents.subject),
    subjectPublicKeyInfo: AsnConvert.parse(contents.subject.publicKey, SubjectPublicKeyInfo),
    extensions: new Extensions(extensionsOf(contents)),
  });
  // The serial number is a digest of everything else: unique for each certificate, and no count to keep.
  const serial = createHash('sha256').update(bytesOf(unsigned)).digest().subarray(0, SERIAL_BYTES);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  unsigned.serialNumber = exactBuffer(serial);
  const whole = new Certificate({
    tbsCertificate: unsigned,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 }),
    signatureValue: exactBuffer(sign(bytesOf(unsigned))),
  });
  return bytesOf(whole);
}

function extensionsOf({ subject, issuer, role }: Contents): Extension[] {
  const isAuthority = 'authorityOver' in role;
  const usage = isAuthority ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature;
  return [
    // No path length for what is no authority; none below this authority.
    extension(
      id_ce_basicConstraints,
      true,
      new BasicConstraints(isAuthority ? { cA: true, pathLenConstraint: 0 } : { cA: false }),
    ),
    extension(id_ce_keyUsage, true, new KeyUsage(usage)),
    // On the authority as well: without it the key could vouch for mail or programs, which name constraints leave open.
    extension(id_ce_extKeyUsage, false, new ExtendedKeyUsage([id_kp_serverAuth])),
    isAuthority
      ? extension(id_ce_nameConstraints, true, permitting(role.authorityOver))
      : extension(id_ce_subjectAltName, false, new SubjectAlternativeName(generalNames(role.serverOf))),
    extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(subject))),
    extension(
      id_ce_authorityKeyIdentifier,
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(keyId(issuer)) }),
    ),
  ];
}

/** RFC 5280 section 4.2.1.10: only these names, and no others of the same kinds. */
function permitting(names: Names): NameConstraints {
  const subtrees = generalNames(names).map((base) => new GeneralSubtree({ base }));
  return new NameConstraints({ permittedSubtrees: new GeneralSubtrees(subtrees) });
}

function generalNames({ dns, ip }: Names): GeneralName[] {
  return [
    ...dns.map((name) => new GeneralName({ dNSName: name })),
    ...ip.map((address) => new GeneralName({ iPAddress: address })),
  ];
}

function nameOf({ commonName }: Subject): Name {
  const part = (type: string, utf8String: string) =>
    new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) })]);
  return new Name([part(ID_AT_ORGANIZATION, ORGANIZATION), part(ID_AT_COMMON_NAME, commonName)]);
}

/** RFC 5280 section 4.2.1.2, method 1, with a hash of today's. */
function keyId({ publicKey }: Subject): ArrayBuffer {
  const { subjectPublicKey } = AsnConvert.parse(publicKey, SubjectPublicKeyInfo);
  const digest = createHash('sha256').update(new Uint8Array(subjectPublicKey)).digest();
  return exactBuffer(digest.subarray(0, 20));
}

function extension(extnID: string, critical: boolean, value: object): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

const bytesOf = (value: object): Buffer => Buffer.from(AsnConvert.serialize(value));

/** Node's buffers are windows into larger ones; the library takes the whole of what it gets. */
const exactBuffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
