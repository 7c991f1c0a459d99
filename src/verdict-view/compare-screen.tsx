/** Two names side by side: what each needs, from when it can be submitted, and which is quicker. */
import { useEffect, useState } from 'preact/hooks';
import { PERSONAL } from '../domain/answers/answers.ts';
import { answersFor } from '../domain/answers/domain-answers.ts';
import type { Engine } from '../domain/eligibility/engine.ts';
import { readyNames } from '../domain/eligibility/ready-names.ts';
import type { Domain } from '../domain/hostname/domain.ts';
import { loadAnswers, type StoredAnswers } from '../storage/stored-answers.ts';
import { useTranslation } from '../ui/translation.ts';
import { Comparison } from './comparison.tsx';
import type { JudgedProps } from './screens.ts';

export function CompareScreen({ verdict, answers, engine, facts, show }: JudgedProps) {
  const { t } = useTranslation();
  const { domain } = verdict;
  const [text, setText] = useState(() => readyNames(domain, facts)[0] ?? '');
  const [stored, setStored] = useState<{ readonly name: string; readonly kept: StoredAnswers } | null>(null);
  const other = otherDomain(text, domain, engine);
  const name = other?.registrable ?? null;
  useEffect(() => {
    if (name !== null) void loadAnswers(facts.rules, name).then((kept) => setStored({ name, kept }));
  }, [name]);

  // Who files, and where it will be served, is the same person's plan for both.
  const shared = Object.fromEntries(
    [...PERSONAL, 'hosting' as const].flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  );
  const known = stored !== null && stored.name === name ? stored.kept : null;
  const found =
    other === null
      ? null
      : engine.assess(other, { ...shared, ...(known && answersFor(known.profile, known.one, other.host)) });
  const second = found?.kind === 'verdict' ? found.verdict : null;
  return (
    <div class="detail" data-detail="compare">
      <label class="against">
        {t('compare_with')}
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {second === null ? (
        <p role="status">{t('compare_none')}</p>
      ) : (
        <Comparison pair={[verdict, second]} open={[null, show === null ? null : () => show(second.domain.host)]} />
      )}
    </div>
  );
}

/**
 * Returns the domain that a text names; null where it names none, or the one that it is compared
 * with.
 */
function otherDomain(text: string, domain: Domain, engine: Engine): Domain | null {
  const read = text.trim() === '' ? null : engine.read(text);
  return read === null || 'type' in read || read.registrable === domain.registrable ? null : read;
}
