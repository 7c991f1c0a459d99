/** Verdicts on many hosts, against what finds a registrable domain and no more. */
import psl from 'psl';
import { getDomain } from 'tldts';
import { loadRules } from '../../src/cli/load-ruleset.ts';
import { createEngine } from '../../src/domain/eligibility/engine.ts';
import { fixed, type Line, median } from './figures.ts';

const HOSTS = 100_000;
const ROUNDS = 5;

/** Returns lines for the table. */
export function verdictLines(): Line[] {
  const suffixes = ['com', 'cn', 'com.cn', 'io', 'xyz', 'xn--fiqs8s', 'co.uk', 'net', 'top', 'github.io'];
  const hosts = Array.from(
    { length: HOSTS },
    (_, index) => `${index % 3 ? 'www.' : ''}name${index}.${suffixes[index % suffixes.length]}`,
  );
  const engine = createEngine(loadRules());
  const timed = (run: (host: string) => unknown) => {
    const began = performance.now();
    for (const host of hosts) run(host);
    return performance.now() - began;
  };
  const rounds = Array.from({ length: ROUNDS }, () => ({
    ask: timed((host) => engine.assess(host)),
    read: timed((host) => engine.read(host)),
    psl: timed((host) => psl.get(host)),
    tldts: timed((host) => getDomain(host)),
  }));
  const of = (key: keyof (typeof rounds)[number]) => median(rounds.map((one) => one[key]));
  return [
    { what: `Verdicts for ${HOSTS} hosts`, value: `${fixed(of('ask') / 1000)} s`, goal: '< 2 s' },
    { what: 'Verdict ÷ psl.get on the same hosts', value: fixed(of('ask') / of('psl'), 1), goal: '≤ 2.5' },
    { what: 'Verdict ÷ tldts.getDomain on the same hosts', value: fixed(of('ask') / of('tldts'), 1) },
    { what: 'Domain alone ÷ psl.get', value: fixed(of('read') / of('psl')) },
  ];
}
