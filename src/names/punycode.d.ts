// The file with the package's name on it: `punycode` alone is a module of Node's.
declare module 'punycode/punycode.js' {
  const punycode: { toASCII(input: string): string; toUnicode(input: string): string };
  export default punycode;
}
