/**
 * What an organization says for all of its people, by the browser's policies. See docs/policy.md.
 */

import {
  anything,
  boolean,
  type DecodeContext,
  type Decoder,
  decoded,
  decodedWithPlaces,
  report,
  soundFields,
  soundItems,
  soundRecord,
} from '../common/decoder.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { type PersonalAnswers, personalOf, readAnswers } from './answers.ts';

export interface Policy {
  /** Answers about the person; what the person says outweighs them. */
  readonly defaults: PersonalAnswers;
  readonly hintsOff: boolean;
  readonly welcomeOff: boolean;
  /** Hosts of the organization's own consoles: the options offer to allow hints there. */
  readonly consoleHosts: readonly string[];
  /** Places of what could not be read, as an administrator would look for them. */
  readonly wrong: readonly string[];
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** As administrators write hosts. */
const host: Decoder<string> = (value, at, reading) => {
  const written = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return isHost(written) ? written : report(reading, at, 'a host in A-labels', value);
};

interface Given {
  readonly defaults: unknown;
  readonly hintsOff: boolean;
  readonly welcomeOff: boolean;
  readonly consoleHosts: readonly string[];
}

const policy = soundFields<Given, DecodeContext>({
  defaults: anything(),
  hintsOff: boolean(),
  welcomeOff: boolean(),
  consoleHosts: soundItems(host),
});

/** Returns the policy; what does not decode is not in it but named. */
export function readPolicy(value: unknown, rules: Ruleset): Policy {
  // Where there is none, browsers hand over nothing at all, or an object without anything in it.
  const given = decoded(soundRecord(anything()), value) ?? {};
  const { value: { defaults: told = {}, ...said } = {}, wrong } = decodedWithPlaces(policy, given, {});
  const read = readAnswers(told ?? {}, rules);
  const defaults = personalOf(read.answers);
  // What is about one domain cannot hold for all that an organization has.
  const misplaced = Object.keys(read.answers).filter((name) => !Object.hasOwn(defaults, name));
  return {
    hintsOff: false,
    welcomeOff: false,
    consoleHosts: [],
    ...said,
    defaults,
    wrong: [...wrong, ...[...read.wrong, ...misplaced].map((name) => `defaults.${name}`)],
  };
}

/** Returns whether a policy says anything at all. */
export function isManaged({ defaults, hintsOff, welcomeOff, consoleHosts, wrong }: Policy): boolean {
  return hintsOff || welcomeOff || [...Object.keys(defaults), ...consoleHosts, ...wrong].length > 0;
}

/** Whether a text is a host of at least two labels, in A-labels. */
function isHost(text: string): boolean {
  const labels = text.split('.');
  return text.length <= 253 && labels.length > 1 && labels.every((label) => LABEL.test(label));
}
