/**
 * Proves that a device really said hello to a router. Only the device and the routers to which it said hello know its
 * secret. So a router that had the device can check another router's claim, and a router that never had it cannot make
 * one. Pure.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { DeviceId, DeviceSecret } from '../../protocol/signaling.ts';

/** Stored in place of the secret: good for claims, and for nothing else. */
export type ClaimKey = Buffer & { readonly __brand: 'ClaimKey' };

const PROOF_BYTES = 16;

export function claimKeyOf(secret: DeviceSecret): ClaimKey {
  return createHash('sha256').update('hikyaku claim\n').update(secret).digest() as ClaimKey;
}

/** Bound to router, device and number, so a copy claims nothing new. */
export function proveClaim(key: ClaimKey, router: string, device: DeviceId, claim: number): string {
  return proofBytes(key, router, device, claim).toString('base64url');
}

export function isProven(key: ClaimKey, router: string, device: DeviceId, claim: number, proof: string): boolean {
  const given = Buffer.from(proof, 'base64url');
  return given.length === PROOF_BYTES && timingSafeEqual(given, proofBytes(key, router, device, claim));
}

function proofBytes(key: ClaimKey, router: string, device: DeviceId, claim: number): Buffer {
  return createHmac('sha256', key).update(`${router}\n${device}\n${claim}`).digest().subarray(0, PROOF_BYTES);
}
