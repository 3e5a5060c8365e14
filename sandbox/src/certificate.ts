import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export interface Certificate {
  /** PEM, for the server. */
  key: string;
  /** PEM, for the server and for whoever shall trust it: `NODE_EXTRA_CA_CERTS`. */
  cert: string;
}

/** DER encodings of what a certificate names by number (RFC 5280, RFC 5758). */
const OID = {
  ecdsaWithSha256: Buffer.from('06082a8648ce3d040302', 'hex'),
  commonName: Buffer.from('0603550403', 'hex'),
  subjectAltName: Buffer.from('0603551d11', 'hex'),
  basicConstraints: Buffer.from('0603551d13', 'hex'),
};

const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  dnsName: 0x82,
  ipAddress: 0x87,
  version: 0xa0,
  extensions: 0xa3,
};

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 365;

/** A self-signed certificate for this machine: `localhost` and `127.0.0.1`. */
export function selfSignedCertificate(now = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = certificateBody(publicKey, now);
  const algorithm = der(TAG.sequence, OID.ecdsaWithSha256);
  const signature = der(TAG.bitString, Buffer.from([0]), sign('sha256', body, privateKey));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(der(TAG.sequence, body, algorithm, signature)),
  };
}

function certificateBody(publicKey: KeyObject, now: Date): Buffer {
  const name = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, OID.commonName, der(TAG.utf8, Buffer.from('Zendesk sandbox')))),
  );
  const from = new Date(now.getTime() - DAY_MS);
  const until = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  return der(
    TAG.sequence,
    der(TAG.version, der(TAG.integer, Buffer.from([2]))),
    // A leading byte below 0x80 keeps the number positive.
    der(TAG.integer, Buffer.concat([Buffer.from([0x10]), randomBytes(15)])),
    der(TAG.sequence, OID.ecdsaWithSha256),
    name,
    der(TAG.sequence, der(TAG.utcTime, utcTime(from)), der(TAG.utcTime, utcTime(until))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(TAG.extensions, der(TAG.sequence, subjectAltName(), basicConstraints())),
  );
}

function subjectAltName(): Buffer {
  const names = der(
    TAG.sequence,
    der(TAG.dnsName, Buffer.from('localhost')),
    der(TAG.ipAddress, Buffer.from([127, 0, 0, 1])),
  );
  return der(TAG.sequence, OID.subjectAltName, der(TAG.octetString, names));
}

/** It is its own authority, so that a client can be told to trust it. */
function basicConstraints(): Buffer {
  const isAuthority = der(TAG.sequence, der(TAG.boolean, Buffer.from([0xff])));
  return der(TAG.sequence, OID.basicConstraints, der(TAG.octetString, isAuthority));
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(content.length)]), content]);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}

/** `261124090000Z` */
function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
  return Buffer.from(`${digits}Z`);
}

function pem(content: Buffer): string {
  const lines = content.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
