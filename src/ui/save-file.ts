/**
 * Saves a text or bytes as a file of the person's, without a permission: the browser asks or puts
 * it among the downloads.
 */
export function save(name: string, type: string, text: string | Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(
    new Blob([text], { type: typeof text === 'string' ? `${type};charset=utf-8` : type }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of the text by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
