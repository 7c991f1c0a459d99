/**
 * In a dark system, where a light page is one that says so or nothing; in a light one:
 * `grounds.deep.test.ts`.
 */
import { testGrounds } from '../support/browser/ground-views.ts';

testGrounds('dark');
