/**
 * `npm run rules:pack [-- FILE]`: the rules of this folder as one file that other builds of the
 * extension can load.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { loadRules, ROOT, readFiles } from '../../src/cli/load-ruleset.ts';
import { writeRules } from '../../src/domain/ruleset/validation/ruleset-file.ts';

// Throws with every trouble where the facts are unsound: nothing is packed that would be refused.
const { stamp } = loadRules();
const file = resolve(process.argv[2] ?? join(ROOT, 'out', `icp-filing-guide-rules-${stamp.date}.json`));
const notice = readFileSync(join(ROOT, 'src/data/NOTICE'), 'utf8').trim();
const text = writeRules(readFiles(), notice);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, text);
console.log(`${relative(process.cwd(), file)}: rules of ${stamp.date}, ${(text.length / 1000).toFixed(0)} kB`);
