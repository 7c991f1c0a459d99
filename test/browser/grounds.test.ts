/** Some situations in a dark system; all of them, in both systems: `grounds.deep.test.ts`. */
import { FIRST_SITUATIONS, testGrounds } from '../support/browser/ground-views.ts';

testGrounds('dark', FIRST_SITUATIONS);
