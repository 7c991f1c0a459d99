/**
 * Returns the text of a file that a person chose; null where it cannot be read, such as a folder or
 * a file that is gone.
 */
export async function chosenText(file: File): Promise<string | null> {
  try {
    return await file.text();
  } catch {
    return null;
  }
}
