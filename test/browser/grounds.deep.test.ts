/** In a light system. In a dark one: `grounds.test.ts`. */
import { testGrounds } from '../support/browser/ground-views.ts';

testGrounds('light');
