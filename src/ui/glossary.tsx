/** Terms of the field, explained on demand where they occur. */
import { createContext } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import { TAGS } from '../domain/common/locale.ts';
import { secondName, splitTerms } from '../domain/ruleset/glossary-terms.ts';
import type { GlossaryEntry } from '../domain/ruleset/guidance.ts';
import { useTranslation } from './translation.ts';

/** Absent where no terms are explained. */
export const Glossary = createContext<readonly GlossaryEntry[] | null>(null);

/** A text in which the first occurrence of each term can be unfolded. */
export function Terms({ text }: { readonly text: string }) {
  const entries = useContext(Glossary);
  if (entries === null) return <>{text}</>;
  return (
    <>
      {splitTerms(text, entries).map((part) =>
        part.entry === null ? part.text : <Term text={part.text} entry={part.entry} />,
      )}
    </>
  );
}

function Term({ text, entry }: { text: string; entry: GlossaryEntry }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="term" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {text}
      </button>
      <span id={id} class="meaning" hidden={!open}>
        <Meaning entry={entry} />
      </span>
    </>
  );
}

/** A term under both of its names, and what it means. */
export function Meaning({ entry }: { readonly entry: GlossaryEntry }) {
  const { locale } = useTranslation();
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
