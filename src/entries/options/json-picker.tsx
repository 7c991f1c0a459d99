import type { Ref } from 'preact';

/**
 * The hidden field behind a button that lets the person choose a JSON file. It is emptied after
 * each file, so that the same one can be chosen again.
 */
export function JsonPicker({
  picker,
  onFile,
}: {
  readonly picker: Ref<HTMLInputElement>;
  readonly onFile: (file: File) => Promise<void>;
}) {
  return (
    <input
      ref={picker}
      type="file"
      hidden
      accept=".json,application/json"
      onChange={(event) => {
        const input = event.currentTarget;
        const file = input.files?.[0];
        if (file) void onFile(file).then(() => (input.value = ''));
      }}
    />
  );
}
