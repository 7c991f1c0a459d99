/**
 * Runs before every file of unit tests: properties are tried with the same inputs in every run, so
 * that what fails once fails again, and what passed passes.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_261_127 });
