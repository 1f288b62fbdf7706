/** How the sending side ends. */
import type { Failure } from '../protocol/failure.ts';
import type { Sending, SendingEffect, SendingStep } from './sending-state.ts';

const RELEASE: SendingEffect = { type: 'release' };
/** Nothing more will be sent, at least for now. */
export const end = (state: Sending, ...effects: SendingEffect[]): SendingStep => [state, [...effects, RELEASE]];
/** Ends for a reason on this side, and tells the other side. */
export const fail = (reason: Failure): SendingStep => end({ phase: 'failed', reason }, { type: 'tell-fail', reason });
/** The receiver broke the protocol. */
export const violation = (): SendingStep => fail('protocol-violation');
