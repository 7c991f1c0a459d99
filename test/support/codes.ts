/**
 * The codes that the core can give, read from its source: words and tables are held against them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/cli/load-ruleset.ts';

/**
 * While mutants are tried, the sources around the tests are not as they were written: see
 * scripts/test/mutate.ts.
 */
const CORE = join(process.env.ORIGINAL_ROOT ?? ROOT, 'src/domain');
const CHECK_FILES = join(CORE, 'eligibility/checks');

/** Returns every code that a finding can have as its reason, sorted. */
export function reasonCodes(): string[] {
  const texts = readdirSync(CHECK_FILES).map((name) => readFileSync(join(CHECK_FILES, name), 'utf8'));
  const files = new Set(readdirSync(CHECK_FILES).map((name) => name.replace(/\.ts$/, '')));
  const codes = new Set<string>();
  for (const text of texts) {
    const code =
      /'((?:suffix|name|registrar|served|hosting|expir|valid|verification|record|holder|filing|application|certificate|province|subject|one-name)[a-z0-9-]*)'/g;
    for (const [, found = ''] of text.matchAll(code)) {
      if (found.includes('-') || found === 'expired') codes.add(found);
    }
    for (const [, prefix = ''] of text.matchAll(/`(served)-\$\{/g))
      codes.add(`${prefix}-mainland`).add(`${prefix}-mainland-cdn`);
    for (const [, prefix = ''] of text.matchAll(/`(suffix-approved)-\$\{/g)) codes.add(`${prefix}-government`);
  }
  const rules =
    /^(?:suffix-on|name-is|registrar-licensed|real-name|holder-is|subject-has|provinces|served-from|certificate-ready|no-)/;
  return [...codes].filter((code) => code === 'suffix-approved' || (!files.has(code) && !rules.test(code))).sort();
}

/** Returns every code that a step can have, sorted. */
export function stepCodes(): string[] {
  const text = readFileSync(join(CORE, 'eligibility/next-steps.ts'), 'utf8');
  const codes = [...text.matchAll(/code: (?:[^'{}]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(([, a, b]) => [
    a,
    b,
  ]);
  return [...new Set(codes.filter((code): code is string => code !== undefined))].sort();
}
