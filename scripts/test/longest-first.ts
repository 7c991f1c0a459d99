/**
 * The order in which test files start. A long one that starts last keeps one worker busy while the
 * other has nothing to do.
 */
import { statSync } from 'node:fs';
import type { TestSequencer, TestSpecification } from 'vitest/node';

/** Files that take far longer than others, the longest first. The rest goes by size. */
export const LONGEST: readonly string[] = [
  'unit/domain/records/properties.deep',
  'unit/scripts/package/reproducible.deep',
  'unit/hostile/hostile-inputs.deep',
  'browser/accessible.deep',
  'browser/room.deep',
  'browser/trees.deep',
  'browser/languages.deep',
  'browser/update.deep',
  'browser/options.both',
  'browser/portfolio.deep',
  'browser/consoles.both',
  'browser/portfolio.both',
  'browser/first-screen.deep',
  'browser/nothing-leaves.deep',
  'unit/cli/streams',
  'unit/cli/hostile-files',
  'unit/repository/expressions',
  'browser/case.both',
  'browser/policy.both',
  'browser/hostile-pages.both',
  'browser/firefox',
  'browser/faults',
  'browser/accessible',
  'browser/hints-accessible',
  'browser/manners',
  'browser/popup-chromium',
  'browser/first-screen',
  'browser/at-hand',
];

export class LongestFirst implements TestSequencer {
  sort(files: TestSpecification[]): TestSpecification[] {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return rank === -1 ? LONGEST.length : rank;
    };
    return [...files].sort((a, b) => rankOf(a) - rankOf(b) || sizeOf(b) - sizeOf(a));
  }

  /** Nobody splits a run over several machines. */
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}

function sizeOf({ moduleId }: TestSpecification): number {
  return statSync(moduleId).size;
}
