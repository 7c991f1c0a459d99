/** A field that answers while somebody types, with the verdict of the real rules beside it. */
import { useMemo, useState } from 'preact/hooks';
import { openVerdict } from '../../browser-api/tabs.ts';
import type { Answers } from '../../domain/answers/answers.ts';
import { dayOf } from '../../domain/common/days.ts';
import { decisiveChecks } from '../../domain/eligibility/decisive-checks.ts';
import type { Engine } from '../../domain/eligibility/engine.ts';
import { readyNames } from '../../domain/eligibility/ready-names.ts';
import { situationOf } from '../../domain/eligibility/situation.ts';
import type { Verdict } from '../../domain/eligibility/verdict.ts';
import { displayOf } from '../../domain/hostname/labels.ts';
import { headlineOf } from '../../i18n/verdict-headline.ts';
import { Icon } from '../../ui/icon.tsx';
import { OutcomeIcon, toneOf } from '../../ui/outcome-icon.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { HostName } from '../../verdict-view/host-name.tsx';
import { meterOf } from '../../verdict-view/meter.ts';
import { MeterView } from '../../verdict-view/meter-view.tsx';

/** One that can be filed, one that cannot, one on which the sources disagree. */
const NAMES = ['shop.example.com.cn', 'docs.example.io', 'example.me'] as const;
/** Findings that are written out: what is known of the name itself. */
const LINES = 2;

interface Props {
  readonly engine: Engine;
  /** What the person said of themselves. */
  readonly answers: Answers;
}

export function LiveVerdict({ engine, answers }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const read = engine.read(typed);
  // A name begins as a single label: that is no mistake yet.
  const isBegun = 'type' in read && (read.type === 'empty' || read.type === 'single-label');
  const [last, setLast] = useState<string>(NAMES[0]);
  const shown = isBegun ? last : typed;
  return (
    <div class="hero">
      <div>
        <h2>{t('welcome_question')}</h2>
        <p class="lead">{t('welcome_lead')}</p>
        <form
          class="try"
          onSubmit={(event) => {
            event.preventDefault();
            void openVerdict(shown);
          }}
        >
          <input
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            aria-label={t('welcome_try')}
            placeholder="example.com"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit" class="main">
            {t('welcome_details')}
          </button>
        </form>
        <p class="mini">
          {NAMES.map((name) => (
            <button
              key={name}
              type="button"
              onClick={() => {
                setLast(name);
                setTyped(name);
              }}
            >
              {name}
            </button>
          ))}
        </p>
      </div>
      <div class="answer" role="status" aria-label={t('welcome_answer')}>
        <Answer input={shown} engine={engine} answers={answers} />
      </div>
    </div>
  );
}

function Answer({ input, engine, answers }: Props & { readonly input: string }) {
  const { t } = useTranslation();
  const answer = useMemo(() => engine.assess(input, answers), [engine, input, answers]);
  if (answer.kind === 'problem') {
    const { type, display } = answer.problem;
    const key = `problem_${type.replaceAll('-', '_')}`;
    return (
      <>
        <p class="name">{display || input}</p>
        <div class="headline dim" data-outcome="not-applicable">
          <OutcomeIcon outcome="not-applicable" />
          <div>
            <p class="title">{t(key)}</p>
            <p>{t(`${key}_text`)}</p>
          </div>
        </div>
      </>
    );
  }
  return <Verdicted verdict={answer.verdict} engine={engine} answers={answers} />;
}

function Verdicted({ verdict, engine: { facts }, answers }: Props & { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const { domain, findings } = verdict;
  const decisive = useMemo(
    () => decisiveChecks({ domain, answers, today: dayOf(new Date()), facts }),
    [domain, answers, facts],
  );
  const { outcome, title, lead } = headlineOf(verdict, t, decisive.open.length);
  const meter = meterOf(verdict, situationOf(verdict, facts, answers.subject === 'government'), decisive);
  const isOpen = verdict.standing === 'depends' || verdict.standing === 'eligible';
  // What stands in the way is said above; whose the name is matters only where it could be filed.
  const known = verdict.standing === 'ineligible' ? [] : findings.filter((one) => one.outcome === 'pass');
  const instead = situationOf(verdict, facts, false) === 'cannot' ? readyNames(domain, facts) : [];
  return (
    <>
      <p class="name">
        <HostName domain={domain} />
      </p>
      <div class={`headline ${toneOf(outcome)}`} data-outcome={outcome}>
        <OutcomeIcon outcome={outcome} />
        <div>
          <p class="title">{title}</p>
          <p>{lead}</p>
          {meter && <MeterView meter={meter} />}
        </div>
      </div>
      <ul>
        {known.slice(0, LINES).map(({ check, outcome: of, reason }) => (
          <li key={check}>
            <OutcomeIcon outcome={of} size={16} />
            <span>{t(`because_${reason.code.replaceAll('-', '_')}`, reason.params)}</span>
          </li>
        ))}
        {instead.length > 0 && (
          <li>
            <Icon name="swap" />
            <span>
              {t('card_instead')} {instead.map(displayOf).join(t('list_separator'))}
            </span>
          </li>
        )}
        {isOpen && domain.host !== domain.registrable && (
          <li>
            <Icon name="doc" />
            <span>
              {t('section_coverage_sub')} · {t(`coverage_short_${verdict.coverage.kind.replaceAll('-', '_')}`)}
            </span>
          </li>
        )}
      </ul>
    </>
  );
}
