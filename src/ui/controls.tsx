/**
 * The few kinds of field that questions are answered with. "I don't know" is always there and takes
 * an answer back.
 */
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useTranslation } from './translation.ts';

interface Field<T> {
  readonly label: string;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  /** What else is to be said of it. */
  readonly note?: string | undefined;
}

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** BCP 47 tag of the label, where it is in a language of its own. */
  readonly lang?: string;
}

/** Answers, and what is no answer beside the last of them: it stands alone in no line. */
export function Together({
  answers,
  none,
}: {
  readonly answers: readonly ComponentChildren[];
  readonly none: ComponentChildren;
}) {
  return (
    <>
      {answers.slice(0, -1)}
      <span class="last">
        {answers.slice(-1)}
        {none}
      </span>
    </>
  );
}

/** One of a few: radio buttons that look like chips. */
export function RadioGroup<T extends string>({
  label,
  value,
  onChange,
  note,
  options,
}: Field<T> & { readonly options: readonly Option<T>[] }) {
  const { t } = useTranslation();
  const name = useId();
  const noteId = useId();
  const chip = (option: Option<T>) => (
    <label key={option.value}>
      <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
      <span>{option.label}</span>
    </label>
  );
  return (
    <fieldset class="choice" aria-describedby={note === undefined ? undefined : noteId}>
      <legend>{label}</legend>
      <Together
        answers={options.map(chip)}
        none={
          <label>
            <input type="radio" name={name} checked={value === undefined} onChange={() => onChange(undefined)} />
            <span>{t('answer_unknown')}</span>
          </label>
        }
      />
      {note !== undefined && (
        <p class="field-note" id={noteId}>
          {note}
        </p>
      )}
    </fieldset>
  );
}

/** One of many: the browser's own list. */
export function SelectField<T extends string>({
  label,
  value,
  onChange,
  note,
  options,
  none,
}: Field<T> & {
  readonly options: readonly Option<T>[];
  /** What no answer is called. */
  readonly none?: string;
}) {
  const { t } = useTranslation();
  const id = useId();
  const noteId = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        aria-describedby={note === undefined ? undefined : noteId}
        value={value ?? ''}
        onChange={(event) => onChange(options.find((option) => option.value === event.currentTarget.value)?.value)}
      >
        <option value="">{none ?? t('answer_unknown')}</option>
        {options.map((option) => (
          <option value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
      {note !== undefined && (
        <span class="field-note" id={noteId}>
          {note}
        </span>
      )}
    </p>
  );
}

/** A day. The browser checks it; an incomplete one is no answer. */
export function DayField({ label, value, onChange }: Field<string>) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="date"
        value={value ?? ''}
        min="1985-01-01"
        max="2125-12-31"
        // A year of two digits is a whole date to the browser, and one on the way to four is, too.
        onChange={({ currentTarget }) => {
          if (currentTarget.validity.valid) onChange(currentTarget.value || undefined);
        }}
      />
      {value !== undefined && (
        <button
          type="button"
          onClick={() => {
            onChange(undefined);
            // The button goes with the answer.
            field.current?.focus();
          }}
        >
          {t('answer_clear')}
        </button>
      )}
    </p>
  );
}

/** A count, at least one. */
export function CountField({ label, value, onChange }: Field<number>) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        min="1"
        max="100000"
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          const count = currentTarget.valueAsNumber;
          onChange(Number.isInteger(count) && count > 0 && count <= 100_000 ? count : undefined);
        }}
      />
    </p>
  );
}
