/** `check --plan FILE`: the same plan as the portfolio page makes, as JSON. */
import type { Answers } from '../domain/answers/answers.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { assessAll, hostReader } from '../domain/portfolio/assess-rows.ts';
import { planOf } from '../domain/portfolio/filing-plan.ts';
import { MOST, refusalOfTable } from '../domain/portfolio/input-limits.ts';
import { parseDomainList } from '../domain/portfolio/parse-domain-list.ts';
import { type Given, readFileText } from './input.ts';

const WORDS = { cells: 'it has more cells than', line: 'one of its lines has more characters than' } as const;

/** Returns the plan for the names in a file as JSON, with the lines that gave no name. */
export async function planFile(engine: Engine, path: string, answers: Answers): Promise<Given<string>> {
  const file = await readFileText(path, MOST.bytes);
  if (!file.ok) return file;
  const refusal = refusalOfTable(file.value);
  if (refusal !== null) return { ok: false, wrong: `${path}: ${WORDS[refusal.why]} ${refusal.most}` };
  const { entries, rejected } = parseDomainList(file.value, hostReader(engine));
  const rows = assessAll(engine, entries, 0, answers);
  const plan = planOf(rows, { answers, sites: new Map() }, engine.facts);
  return {
    ok: true,
    value: `${JSON.stringify({ rules: engine.facts.rules.stamp.date, ...plan, rejected }, null, 1)}\n`,
  };
}
