import { useId, useRef, useState } from 'preact/hooks';
import { findRegistrars, labelOfUnlisted, writtenRegistrar } from '../domain/ruleset/find-registrars.ts';
import type { Registrar } from '../domain/ruleset/registrar.ts';
import { useTranslation } from '../ui/translation.ts';

const SHOWN = 6;

interface Props {
  readonly registrars: readonly Registrar[];
  /** The registrar whose page is open, if it is one's. */
  readonly suggested: Registrar | null;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  /** Whether what the field takes is told to ears only: beside a question there is no room. */
  readonly isBrief?: boolean;
}

/**
 * A registrar, chosen by typing a few letters of its name in either language, its site or its IANA
 * id.
 */
export function RegistrarField({ registrars, suggested, value, onChange, isBrief = false }: Props) {
  const { locale, t } = useTranslation();
  const id = useId();
  const hint = useId();
  const [query, setQuery] = useState('');
  const chosen = registrars.find((one) => one.id === value);
  const found = findRegistrars(registrars, query);
  // A number or a name that no registrar of ours has is an answer, too: what follows from it is to
  // look it up.
  const read = found.length === 0 ? writtenRegistrar(registrars, query) : null;
  const unlisted = (id: string | null | undefined) => {
    const registrar = id ? labelOfUnlisted(id) : null;
    return registrar === null ? null : t('registrar_unlisted', { registrar });
  };
  const named = chosen?.name[locale] ?? unlisted(value);
  const field = useRef<HTMLInputElement>(null);
  const choose = (next: string | undefined) => {
    setQuery('');
    onChange(next);
    // The buttons that were pressed for it go.
    field.current?.focus();
  };
  return (
    <div class="registrar">
      <p class="field">
        <label for={id}>{t('ask_registrar')}</label>
        <input
          ref={field}
          id={id}
          type="search"
          autocomplete="off"
          value={query}
          aria-describedby={hint}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = found[0]?.id ?? read;
            // Enter that ends the writing of a Chinese word chooses nothing.
            if (event.key === 'Enter' && !event.isComposing && query.trim() !== '' && first) choose(first);
          }}
        />
        {/* No placeholder: it is cut where the field is short, and gone as soon as one types. */}
        <span id={hint} class={isBrief ? 'hint unseen' : 'hint'}>
          {named === null ? t('registrar_hint') : <b>{named}</b>}
        </span>
        {named !== null && (
          <button type="button" class="quiet" onClick={() => choose(undefined)}>
            {t('answer_clear')}
          </button>
        )}
      </p>
      {suggested && suggested.id !== value && query === '' && (
        <p class="found">
          {t('suggested')}{' '}
          <button type="button" onClick={() => choose(suggested.id)}>
            {suggested.name[locale]}
          </button>
        </p>
      )}
      {query.trim() !== '' && (
        <p class="found" role="status">
          {found.slice(0, SHOWN).map((one) => (
            <button type="button" onClick={() => choose(one.id)}>
              {one.name[locale]}
            </button>
          ))}
          {read !== null && (
            <button type="button" onClick={() => choose(read)}>
              {unlisted(read)}
            </button>
          )}
          {found.length === 0 && read === null && t('registrar_none')}
        </p>
      )}
    </div>
  );
}
