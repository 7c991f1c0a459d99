/** The rules in use: which they are, newer ones from a file, and back to those of the build. */
import { useRef, useState } from 'preact/hooks';
import { keepLoadedRules } from '../case/ask-rules.ts';
import type { Trouble } from '../core/bundle/decode.ts';
import { MOST_CHARACTERS } from '../core/bundle/file.ts';
import type { RulesInUse } from '../rules.ts';
import { readRulesFile } from '../rules-file.ts';
import { chosenText } from '../ui/chosen-text.ts';
import type { Say } from '../ui/say.ts';

/** Reasons that are written out. */
const SHOWN = 100;
/** The longest form of a character in UTF-8. */
const BYTES = 4;

export function Rules({
  inUse,
  isLeft,
  changed,
  say,
}: {
  readonly inUse: RulesInUse;
  /** Whether rules are left that were loaded before they were kept where nobody else can write. */
  readonly isLeft: boolean;
  /** Other rules are in use now: everything is to be drawn anew. */
  readonly changed: () => void;
  readonly say: Say;
}) {
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<readonly Trouble[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const loading = useRef<HTMLButtonElement>(null);
  const { rules, isLoaded, troubles, builtIn } = inUse;

  async function load(file: File): Promise<void> {
    // Not even read: a file of that size is none of rules.
    const text = file.size > MOST_CHARACTERS * BYTES ? ' '.repeat(MOST_CHARACTERS + 1) : await chosenText(file);
    if (text === null) return setNote(say('data_not_json', { file: file.name }));
    const read = readRulesFile(text, builtIn);
    setRefused(read.ok ? [] : read.troubles);
    if (!read.ok) setNote(say('rules_refused', { file: file.name, count: read.troubles.length }));
    else if (await keepLoadedRules(read.file)) {
      setNote('');
      changed();
    } else setNote(say('rules_not_kept'));
  }

  async function back(): Promise<void> {
    if (!(await keepLoadedRules(null))) return setNote(say('rules_not_kept'));
    // The button goes.
    loading.current?.focus();
    changed();
  }

  return (
    <>
      <p role="status" data-rules={isLoaded ? 'loaded' : 'built-in'}>
        {isLoaded
          ? say('rules_loaded', { date: rules.stamp.date, builtin: builtIn })
          : say('rules_built_in', { date: builtIn })}
      </p>
      <p class="lead">{say('rules_text')}</p>
      {isLeft && (
        <p class="notice" role="alert">
          {say('rules_left')}
        </p>
      )}
      {troubles.length > 0 && (
        <div class="notice" role="alert">
          <p>{say('rules_unused')}</p>
          <Reasons troubles={troubles} say={say} />
        </div>
      )}
      <p class="actions">
        <button type="button" ref={loading} onClick={() => picker.current?.click()}>
          {say('rules_load')}
        </button>
        {(isLoaded || isLeft || troubles.length > 0) && (
          <button type="button" class="back" onClick={() => void back()}>
            {say('rules_back')}
          </button>
        )}
        <input
          ref={picker}
          type="file"
          hidden
          accept=".json,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const file = input.files?.[0];
            if (file) void load(file).then(() => (input.value = ''));
          }}
        />
      </p>
      <p role="status" class="note">
        {note}
      </p>
      {refused.length > 0 && <Reasons troubles={refused} say={say} />}
    </>
  );
}

/** Each place with what was expected and what was found, as whoever makes rules files knows them. */
function Reasons({ troubles, say }: { readonly troubles: readonly Trouble[]; readonly say: Say }) {
  return (
    <ul class="refused">
      {troubles.slice(0, SHOWN).map(({ file, at, expected, found }) => (
        <li key={`${file} ${at} ${expected}`}>
          {say('rules_reason', { place: [file, at].filter(Boolean).join(' '), expected, found })}
        </li>
      ))}
      {troubles.length > SHOWN && <li>{say('rules_more_reasons', { count: troubles.length - SHOWN })}</li>}
    </ul>
  );
}
