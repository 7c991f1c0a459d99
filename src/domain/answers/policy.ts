/**
 * What an organisation says for all of its people, by the browser's policies. See docs/policy.md.
 */

import type { Ruleset } from '../ruleset/ruleset.ts';
import { type PersonalAnswers, personalOf, readAnswers } from './answers.ts';

export interface Policy {
  /** Answers about the person; what the person says outweighs them. */
  readonly defaults: PersonalAnswers;
  readonly hintsOff: boolean;
  readonly welcomeOff: boolean;
  /** Hosts of the organisation's own consoles: the options offer to allow hints there. */
  readonly consoleHosts: readonly string[];
  /** Places of what could not be read, as an administrator would look for them. */
  readonly wrong: readonly string[];
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const NAMES = ['defaults', 'hintsOff', 'welcomeOff', 'consoleHosts'];

/** Returns the policy; what does not decode is not in it but named. */
export function readPolicy(value: unknown, rules: Ruleset): Policy {
  const fields: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const wrong = Object.keys(fields).filter((name) => !NAMES.includes(name));

  function flag(name: string): boolean {
    const given = fields[name];
    if (given !== undefined && typeof given !== 'boolean') wrong.push(name);
    return given === true;
  }

  const read = readAnswers(fields.defaults ?? {}, rules);
  const defaults = personalOf(read.answers);
  // What is about one domain cannot hold for all that an organisation has.
  const misplaced = Object.keys(read.answers).filter((name) => !Object.hasOwn(defaults, name));
  wrong.push(...[...read.wrong, ...misplaced].map((name) => `defaults.${name}`));

  if (fields.consoleHosts !== undefined && !Array.isArray(fields.consoleHosts)) wrong.push('consoleHosts');
  const consoleHosts = (Array.isArray(fields.consoleHosts) ? fields.consoleHosts : []).flatMap((given, index) => {
    const host = typeof given === 'string' ? given.trim().toLowerCase() : '';
    if (isHost(host)) return [host];
    wrong.push(`consoleHosts[${index}]`);
    return [];
  });
  return { defaults, hintsOff: flag('hintsOff'), welcomeOff: flag('welcomeOff'), consoleHosts, wrong };
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
