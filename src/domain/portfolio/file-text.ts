/**
 * Returns a file's text: UTF-8 or UTF-16 by its mark, else UTF-8 where it is sound, else GB18030.
 */
export function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What Excel saves as CSV in Chinese Windows.
    return new TextDecoder('gb18030').decode(bytes);
  }
}
