/** `check --plan FILE`: the same plan as the portfolio page makes, as JSON. */
import type { Answers } from '../core/model.ts';
import { planOf } from '../core/portfolio.ts';
import type { Engine } from '../engine.ts';
import { readIntake } from '../portfolio/intake.ts';
import { MOST, refusalOfTable } from '../portfolio/limits.ts';
import { assessAll, hostReader } from '../portfolio/rows.ts';
import { type Given, readFileText } from './input.ts';

const WORDS = { cells: 'it has more cells than', line: 'one of its lines has more characters than' } as const;

/** Returns the plan for the names in a file as JSON, with the lines that gave no name. */
export async function planFile(engine: Engine, path: string, answers: Answers): Promise<Given<string>> {
  const file = await readFileText(path, MOST.bytes);
  if (!file.ok) return file;
  const refusal = refusalOfTable(file.value);
  if (refusal !== null) return { ok: false, wrong: `${path}: ${WORDS[refusal.why]} ${refusal.most}` };
  const { entries, rejected } = readIntake(file.value, hostReader(engine));
  const rows = assessAll(engine, entries, 0, answers);
  const plan = planOf(rows, { answers, sites: new Map() }, engine.facts);
  return {
    ok: true,
    value: `${JSON.stringify({ rules: engine.facts.rules.stamp.date, ...plan, rejected }, null, 1)}\n`,
  };
}
