/** `check --plan FILE`: the same plan as the portfolio page makes, as JSON. */
import type { Answers } from '../domain/answers/answers.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { assessAll, hostReader } from '../domain/portfolio/assess-rows.ts';
import { planOf } from '../domain/portfolio/filing-plan.ts';
import { MOST, refusalOfTable } from '../domain/portfolio/input-limits.ts';
import { parseDomainList } from '../domain/portfolio/parse-domain-list.ts';
import { type Given, readFileText, refusalInWords } from './input.ts';
import { safeJson } from './terminal.ts';

/** Returns the plan for the names in a file as JSON, with the lines that gave no name. */
export async function planFile(engine: Engine, path: string, answers: Answers): Promise<Given<string>> {
  const file = await readFileText(path, MOST.bytes);
  if (!file.ok) return file;
  const refusal = refusalOfTable(file.value);
  if (refusal !== null) return { ok: false, wrong: `${path}: ${refusalInWords(refusal)}` };
  const { entries, rejected } = parseDomainList(file.value, hostReader(engine));
  const rows = assessAll(engine, entries, 0, answers);
  const plan = planOf(rows, { answers, sites: new Map() }, engine.facts);
  return {
    ok: true,
    value: `${safeJson({ rules: engine.facts.rules.stamp.date, ...plan, rejected }, 1)}\n`,
  };
}
