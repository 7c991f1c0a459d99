/** Terms of the field, explained on demand where they occur. */
import { createContext } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import type { Locale } from '../domain/common/locale.ts';
import { TAGS } from '../domain/common/locale.ts';
import { secondName, splitTerms } from '../domain/ruleset/glossary-terms.ts';
import type { GlossaryEntry } from '../domain/ruleset/guidance.ts';

interface Glossary {
  readonly entries: readonly GlossaryEntry[];
  readonly locale: Locale;
}

/** Absent where no terms are explained. */
export const Glossary = createContext<Glossary | null>(null);

/** A text in which the first occurrence of each term can be unfolded. */
export function Terms({ text }: { readonly text: string }) {
  const glossary = useContext(Glossary);
  if (glossary === null) return <>{text}</>;
  return (
    <>
      {splitTerms(text, glossary.entries).map((part) =>
        part.entry === null ? part.text : <Term text={part.text} entry={part.entry} locale={glossary.locale} />,
      )}
    </>
  );
}

function Term({ text, entry, locale }: { text: string; entry: GlossaryEntry; locale: Locale }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="term" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {text}
      </button>
      <span id={id} class="meaning" hidden={!open}>
        <Meaning entry={entry} locale={locale} />
      </span>
    </>
  );
}

/** A term under both of its names, and what it means. */
export function Meaning({ entry, locale }: { readonly entry: GlossaryEntry; readonly locale: Locale }) {
  const second = secondName(entry, locale);
  return (
    <>
      <b>
        {entry.term[locale]} · <span lang={TAGS[second.locale]}>{second.text}</span>
      </b>{' '}
      {entry.meaning[locale]}
    </>
  );
}
