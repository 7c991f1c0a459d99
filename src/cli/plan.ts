/** `check --plan FILE`: the same plan as the portfolio page makes, as JSON. */
import { readFileSync } from 'node:fs';
import type { Answers } from '../core/model.ts';
import { planOf } from '../core/portfolio.ts';
import type { Engine } from '../engine.ts';
import { textOf } from '../portfolio/file-text.ts';
import { readIntake } from '../portfolio/intake.ts';
import { assessAll, hostReader } from '../portfolio/rows.ts';

/** In: the engine, a file's path, and what is known of all names. Out: the plan, with the lines that gave no name. */
export function planFile(
  engine: Engine,
  path: string,
  answers: Answers,
): { readonly json: string } | { readonly wrong: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { wrong: `--plan: ${error instanceof Error ? error.message : error}` };
  }
  const { entries, rejected } = readIntake(textOf(bytes), hostReader(engine));
  const rows = assessAll(engine, entries, 0, answers);
  const plan = planOf(rows, { answers, sites: new Map() }, engine.facts);
  return { json: `${JSON.stringify({ rules: engine.facts.rules.stamp.date, ...plan, rejected }, null, 1)}\n` };
}
