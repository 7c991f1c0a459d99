import { useState } from 'preact/hooks';
import { openVerdict } from '../../browser-api/tabs.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import { headlineOf } from '../../i18n/verdict-headline.ts';
import { OutcomeIcon, toneOf } from '../../ui/outcome-icon.tsx';
import { useTranslation } from '../../ui/translation.ts';

/** One that can be filed, one that cannot, one on which the sources disagree. */
const NAMES = ['shop.example.com.cn', 'docs.example.io', 'example.me'];

/**
 * What the extension says, shown by what it says: of three names, and of one that the person types.
 */
export function Examples({ engine }: { readonly engine: Engine }) {
  const { t } = useTranslation();
  const [own, setOwn] = useState('');
  const read = engine.read(own);
  // A name begins as a single label: that is no mistake yet.
  const isSaid = !('type' in read && (read.type === 'empty' || read.type === 'single-label'));
  return (
    <section class="examples">
      <h2>{t('welcome_example')}</h2>
      {NAMES.map((name) => (
        <Example key={name} name={name} engine={engine} />
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (own.trim() !== '') void openVerdict(own);
        }}
      >
        <label>
          {t('welcome_try')}
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            value={own}
            onInput={(event) => setOwn(event.currentTarget.value)}
          />
        </label>
        <button type="submit" disabled={!isSaid}>
          {t('welcome_details')}
        </button>
      </form>
      <div role="status">{isSaid && <Example name={own} engine={engine} />}</div>
    </section>
  );
}

function Example({ name, engine }: { readonly name: string; readonly engine: Engine }) {
  const { t } = useTranslation();
  const answer = engine.assess(name);
  if (answer.kind === 'problem') {
    const { type, display } = answer.problem;
    const key = `problem_${type.replaceAll('-', '_')}`;
    return <Row name={display || name} outcome="not-applicable" title={t(key)} lead={t(`${key}_text`)} />;
  }
  const { outcome, title, lead } = headlineOf(answer.verdict, t);
  return <Row name={answer.verdict.domain.display} outcome={outcome} title={title} lead={lead} />;
}

function Row({
  name,
  outcome,
  title,
  lead,
}: {
  readonly name: string;
  readonly outcome: Parameters<typeof toneOf>[0];
  readonly title: string;
  readonly lead: string;
}) {
  return (
    <div class={`example headline ${toneOf(outcome)}`} data-outcome={outcome}>
      <OutcomeIcon outcome={outcome} />
      <p>
        <span class="of">{name}</span> <b>{title}</b> <span class="lead">{lead}</span>
      </p>
    </div>
  );
}
