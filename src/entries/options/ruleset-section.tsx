/** The rules in use: which they are, newer ones from a file, and back to those of the build. */
import { useRef, useState } from 'preact/hooks';
import { dayOf } from '../../domain/common/days.ts';
import type { ValidationIssue } from '../../domain/common/decoder.ts';
import { MOST_CHARACTERS } from '../../domain/ruleset/validation/ruleset-file.ts';
import type { RulesetInUse } from '../../storage/active-ruleset.ts';
import { keepLoadedRules } from '../../storage/ask-rules.ts';
import { readRulesFile } from '../../storage/check-loaded-rules.ts';
import { lookLoadedRules } from '../../storage/loaded-rules.ts';
import { chosenText } from '../../ui/chosen-text.ts';
import { useTranslation } from '../../ui/translation.ts';
import type { Done } from '../../ui/undo.tsx';
import { JsonPicker } from './json-picker.tsx';
import { Setting } from './setting.tsx';

/** Reasons that are written out. */
const SHOWN = 100;
/** The longest form of a character in UTF-8. */
const BYTES = 4;

export function Rules({
  inUse,
  isLeft,
  changed,
  note: noteDone,
}: {
  readonly inUse: RulesetInUse;
  /** Whether rules are left that were loaded before they were kept where nobody else can write. */
  readonly isLeft: boolean;
  /** Other rules are in use now: everything is to be drawn anew. */
  readonly changed: () => void;
  /** Says what was done, and how to undo it. */
  readonly note: (done: Done) => void;
}) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [refused, setRefused] = useState<readonly ValidationIssue[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const loading = useRef<HTMLButtonElement>(null);
  const { rules, isLoaded, isReplaced, troubles, builtIn } = inUse;

  async function load(file: File): Promise<void> {
    // Not even read: a file of that size is none of rules.
    const text = file.size > MOST_CHARACTERS * BYTES ? ' '.repeat(MOST_CHARACTERS + 1) : await chosenText(file);
    if (text === null) return setNote(t('data_not_json', { file: file.name }));
    const read = readRulesFile(text, dayOf(new Date()));
    setRefused(read.ok ? [] : read.troubles);
    if (!read.ok) setNote(t('rules_refused', { file: file.name, count: read.troubles.length }));
    else if (await keepLoadedRules(read.file)) {
      setNote('');
      changed();
    } else setNote(t('rules_not_kept'));
  }

  async function back(): Promise<void> {
    const before = await lookLoadedRules();
    if (!(await keepLoadedRules(null))) return setNote(t('rules_not_kept'));
    if (before?.value !== undefined) {
      noteDone({
        text: t('rules_built_in', { date: builtIn }),
        undo: () =>
          void keepLoadedRules(before.value).then((isKept) => (isKept ? changed() : setNote(t('rules_not_kept')))),
      });
    }
    // The button goes.
    loading.current?.focus();
    changed();
  }

  return (
    <Setting words={[t('options_rules'), t('rules_text'), t('rules_load')]}>
      <p role="status" data-rules={isLoaded ? 'loaded' : 'built-in'}>
        {isLoaded
          ? t('rules_loaded', { date: rules.stamp.date, builtin: builtIn, loaded: rules.stamp.loadedOn ?? '' })
          : t('rules_built_in', { date: builtIn })}
      </p>
      <p class="small">{t('rules_text')}</p>
      {isLeft && (
        <p class="notice" role="alert">
          {t('rules_left')}
        </p>
      )}
      {isReplaced && (
        <p class="notice" role="alert">
          {t('rules_replaced')}
        </p>
      )}
      {troubles.length > 0 && (
        <div class="notice" role="alert">
          <p>{t('rules_unused')}</p>
          <Reasons troubles={troubles} />
        </div>
      )}
      <p class="actions">
        <button type="button" ref={loading} onClick={() => picker.current?.click()}>
          {t('rules_load')}
        </button>
        {(isLoaded || isLeft || isReplaced || troubles.length > 0) && (
          <button type="button" class="back" onClick={() => void back()}>
            {t('rules_back')}
          </button>
        )}
        <JsonPicker picker={picker} onFile={load} />
      </p>
      <p role="status" class="note">
        {note}
      </p>
      {refused.length > 0 && <Reasons troubles={refused} />}
    </Setting>
  );
}

/**
 * Each place with what was expected and what was found, as whoever makes rules files knows them.
 */
function Reasons({ troubles }: { readonly troubles: readonly ValidationIssue[] }) {
  const { t } = useTranslation();
  return (
    <ul class="refused">
      {troubles.slice(0, SHOWN).map(({ file, at, expected, found }) => (
        <li key={`${file} ${at} ${expected}`}>
          {t('rules_reason', { place: [file, at].filter(Boolean).join(' '), expected, found })}
        </li>
      ))}
      {troubles.length > SHOWN && <li>{t('rules_more_reasons', { count: troubles.length - SHOWN })}</li>}
    </ul>
  );
}
