/**
 * Saves a text as a file of the person's, without a permission: the browser asks or puts it among
 * the downloads.
 */
export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken hold of the text by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
