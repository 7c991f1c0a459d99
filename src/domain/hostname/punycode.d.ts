// The file with the package's name on it: `punycode` alone is a module of Node's.
declare module 'punycode/punycode.es6.js' {
  export function toASCII(input: string): string;
  export function toUnicode(input: string): string;
}
