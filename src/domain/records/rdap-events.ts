/** What the events of RDAP (RFC 9083) are, by their names without blanks. */
import type { RecordField } from '../ruleset/record-words.ts';

export const RDAP_EVENTS: Readonly<Record<string, RecordField>> = {
  registration: 'registered',
  expiration: 'expires',
  registrarexpiration: 'expires',
  lastchanged: 'updated',
  transfer: 'transferred',
  lastupdateofrdapdatabase: 'asOf',
};
