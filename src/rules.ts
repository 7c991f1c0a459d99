/** The rules bundle as checked at build time. Code that also runs under Node takes a bundle as an argument instead. */
import rules from 'virtual:rules';

export { rules };
