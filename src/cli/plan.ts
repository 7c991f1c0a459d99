/** `check --plan FILE`: the same plan as the portfolio page makes, as JSON. */
import type { Answers } from '../core/model.ts';
import { planOf } from '../core/portfolio.ts';
import type { Engine } from '../engine.ts';
import { readIntake } from '../portfolio/intake.ts';
import { assessAll, hostReader } from '../portfolio/rows.ts';
import { type Given, MOST_PLAN, readFileText } from './input.ts';

/** Returns the plan for the names in a file as JSON, with the lines that gave no name. */
export async function planFile(engine: Engine, path: string, answers: Answers): Promise<Given<string>> {
  const file = await readFileText(path, MOST_PLAN);
  if (!file.ok) return file;
  const { entries, rejected } = readIntake(file.value, hostReader(engine));
  const rows = assessAll(engine, entries, 0, answers);
  const plan = planOf(rows, { answers, sites: new Map() }, engine.facts);
  return {
    ok: true,
    value: `${JSON.stringify({ rules: engine.facts.rules.stamp.date, ...plan, rejected }, null, 1)}\n`,
  };
}
