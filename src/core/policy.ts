/** What an organisation says for all of its people, by the browser's policies. See docs/policy.md. */
import { type PersonalAnswers, personalOf, readAnswers } from './answers.ts';
import type { RuleBundle } from './model.ts';

export interface Policy {
  /** Answers about the person; what the person says outweighs them. */
  readonly defaults: PersonalAnswers;
  readonly hintsOff: boolean;
  readonly welcomeOff: boolean;
  /** Hosts of the organisation's own consoles: the options offer to allow hints there. */
  readonly consoleHosts: readonly string[];
}

/** In: what the browser's policies hold, and the rules. Out: the policy; what does not decode is not there. */
export function readPolicy(value: unknown, rules: RuleBundle): Policy {
  // Of what is no object nothing is spread that is asked for here.
  const fields: Readonly<Record<string, unknown>> = { ...(value as object | undefined) };
  const hosts = Array.isArray(fields.consoleHosts) ? fields.consoleHosts : [];
  return {
    defaults: personalOf(readAnswers(fields.defaults ?? {}, rules).answers),
    hintsOff: fields.hintsOff === true,
    welcomeOff: fields.welcomeOff === true,
    consoleHosts: hosts.filter((host): host is string => typeof host === 'string' && /^[a-z0-9.-]{1,253}$/.test(host)),
  };
}
