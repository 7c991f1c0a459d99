/** What the statuses and days of a record mean for a filing. */

import type { Answers } from '../answers/answers.ts';
import type { Day } from '../common/days.ts';
import { addDays, addMonths } from '../common/days.ts';
import type { DomainRecord } from './record.ts';

export const ADVICE_CODES = [
  /** The registry has taken it out of the DNS: most often the real name is missing. */
  'on-hold-by-registry',
  /** The registrar has: an unconfirmed address, an unpaid bill, a complaint. */
  'on-hold-by-registrar',
  'in-redemption',
  'pending-deletion',
  'pending-transfer',
  'pending-verification',
  'auto-renewed',
  'perhaps-auto-renewed',
  'just-registered',
  'locked-by-registrar',
  'locked-by-registry',
  'expired',
] as const;

export interface Advice {
  readonly code: (typeof ADVICE_CODES)[number];
  /** The first day on which it no longer holds; null where that is not known. */
  readonly until: Day | null;
}

/** Days after registration or transfer in which a name cannot be moved. */
export const LOCK_DAYS = 60;
/** Days after expiry in which a registrar may still take an automatic renewal back. */
const GRACE_DAYS = 45;

/** As much of a record as advice needs. */
export type AdvisedRecord = Pick<DomainRecord, 'statuses' | 'registeredOn' | 'transferredOn' | 'expiresOn'>;

/** Returns what a person with this record should know, the gravest first. */
export function adviceOn(record: AdvisedRecord, today: Day): Advice[] {
  return [...adviceOnLife(record, today), ...adviceOnMoves(record, today)];
}

/**
 * Returns what a person should know of a name with these answers and the statuses of its newest
 * record, the gravest first.
 */
export function adviceOnAnswers(
  { registeredOn, expiresOn }: Answers,
  statuses: AdvisedRecord['statuses'],
  today: Day,
): Advice[] {
  // A transfer is in the answer already: it counts as the day of registration.
  const days = { registeredOn: registeredOn ?? null, transferredOn: null, expiresOn: expiresOn ?? null };
  return adviceOn({ statuses, ...days }, today);
}

/** Whether the name lives on: lost, expired, on hold, paid. */
function adviceOnLife({ statuses, registeredOn, expiresOn }: AdvisedRecord, today: Day): Advice[] {
  const advice: Advice[] = [];
  const say = (code: Advice['code']) => advice.push({ code, until: null });
  const has = (status: string) => statuses?.includes(status) === true;
  const isLost = has('redemptionPeriod') || has('pendingDelete') || has('pendingRestore');
  if (has('pendingDelete')) say('pending-deletion');
  else if (isLost) say('in-redemption');
  if (expiresOn !== null && expiresOn < today) say('expired');
  if (has('serverHold')) say('on-hold-by-registry');
  if (has('clientHold')) say('on-hold-by-registrar');
  if (has('pendingTransfer')) say('pending-transfer');
  if (has('pendingVerification')) say('pending-verification');
  if (!isLost && has('autoRenewPeriod')) say('auto-renewed');
  else if (!isLost && isInGrace(registeredOn, expiresOn, today)) say('perhaps-auto-renewed');
  return advice;
}

/** Whether the name can be moved to another registrar. */
function adviceOnMoves({ statuses, registeredOn, transferredOn }: AdvisedRecord, today: Day): Advice[] {
  const advice: Advice[] = [];
  const say = (code: Advice['code'], until: Day | null = null) => advice.push({ code, until });
  const has = (status: string) => statuses?.includes(status) === true;
  const last =
    registeredOn !== null && transferredOn !== null && transferredOn > registeredOn ? transferredOn : registeredOn;
  const free = last === null ? null : addDays(last, LOCK_DAYS);
  const isNew = free !== null && today < free;
  if (isNew) say('just-registered', free);
  if (has('clientTransferProhibited')) say('locked-by-registrar');
  // On a young name this is the lock of the first days, on an old one the registry's own.
  if (has('serverTransferProhibited') && !isNew) say('locked-by-registry');
  return advice;
}

/**
 * Whether a name's last year may be an automatic one: thin WHOIS seldom shows the period, so that
 * an expiry one year from an anniversary of the last weeks is all there is to see.
 */
function isInGrace(registeredOn: Day | null, expiresOn: Day | null, today: Day): boolean {
  if (registeredOn === null || expiresOn === null) return false;
  const renewed = addMonths(expiresOn, -12);
  return renewed > addMonths(registeredOn, 6) && renewed <= today && today < addDays(renewed, GRACE_DAYS);
}
