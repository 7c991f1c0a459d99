/** `npm run --silent check -- [options] HOST…`: verdicts as one JSON object a line, for scripts and pipes. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadRules } from '../build/load.ts';
import type { Answers, Registrar, RuleBundle } from '../core/model.ts';
import { createEngine, type Engine } from '../engine.ts';

const USAGE = `Usage: npm run --silent check -- [options] HOST…
  --registrar ID            registrar of the names: an id of the rules or an IANA registrar id
  --hosting WHERE           mainland | elsewhere
  --same-provider YES_NO    yes | no: is the host served by the access provider that filed the name?
Without HOST, hosts are read from standard input, one a line. One JSON object a line is printed.`;

type Args = { readonly answers: Answers; readonly hosts: readonly string[] } | { readonly wrong: string };

/** In: the command's arguments. Out: the answers and hosts they give, or what is wrong with them. */
export function readArgs(argv: readonly string[], rules: RuleBundle): Args {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { registrar: { type: 'string' }, hosting: { type: 'string' }, 'same-provider': { type: 'string' } },
    });
    const answers: { -readonly [K in keyof Answers]: Answers[K] } = {};
    if (values.registrar !== undefined) {
      const registrar = findRegistrar(values.registrar, rules.registrars);
      if (registrar === undefined) return { wrong: `--registrar: no registrar "${values.registrar}" in the rules` };
      answers.registrar = registrar.id;
    }
    if (values.hosting !== undefined) {
      if (values.hosting !== 'mainland' && values.hosting !== 'elsewhere') {
        return { wrong: `--hosting: expected mainland or elsewhere, found "${values.hosting}"` };
      }
      answers.hosting = values.hosting;
    }
    const same = values['same-provider'];
    if (same !== undefined) {
      if (same !== 'yes' && same !== 'no') return { wrong: `--same-provider: expected yes or no, found "${same}"` };
      answers.sameProvider = same === 'yes';
    }
    return { answers, hosts: positionals };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

function findRegistrar(asked: string, registrars: readonly Registrar[]): Registrar | undefined {
  const id = asked.toLowerCase();
  return registrars.find((registrar) => registrar.id === id || registrar.iana.includes(Number(id)));
}

/** In: one input. Out: its line of output without the line end. */
export function checkLine(engine: Engine, input: string, answers: Answers): string {
  const answer = engine.ask(input, answers);
  if (answer.kind === 'problem') {
    const { type, host, display } = answer.problem;
    return JSON.stringify({
      input,
      host: host || null,
      display: display || null,
      registrable: null,
      suffix: null,
      problem: type,
      standing: null,
      findings: [],
      coverage: null,
      rules: engine.facts.rules.stamp.date,
    });
  }
  const { domain, standing, findings, coverage, rules } = answer.verdict;
  return JSON.stringify({
    input,
    host: domain.host,
    display: domain.display,
    registrable: domain.registrable,
    suffix: domain.suffix,
    problem: null,
    standing,
    findings: findings.map(({ check, outcome, cites }) => ({ check, outcome, cites })),
    coverage: { kind: coverage.kind, record: coverage.record },
    rules,
  });
}

async function main(): Promise<void> {
  const rules = loadRules();
  const args = readArgs(process.argv.slice(2), rules);
  if ('wrong' in args || (args.hosts.length === 0 && process.stdin.isTTY)) {
    if ('wrong' in args) console.error(args.wrong);
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const engine = createEngine(rules);
  // A reader that stops early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const inputs =
    args.hosts.length > 0 ? args.hosts : createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const input of inputs) {
    if (!process.stdout.write(`${checkLine(engine, input, args.answers)}\n`)) await once(process.stdout, 'drain');
  }
}

if (process.argv[1]?.endsWith('check.ts')) await main();
