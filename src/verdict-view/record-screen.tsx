/**
 * A record instead of questions: where to look it up, and a field to paste one into; what was
 * understood is shown before it counts.
 */
import { useId, useState } from 'preact/hooks';
import { browserKind } from '../browser-api/runtime.ts';
import { EMPTY } from '../domain/answers/domain-answers.ts';
import { dayOf } from '../domain/common/days.ts';
import { weighEvidence } from '../domain/records/evidence.ts';
import { lookUpsFor } from '../domain/records/look-up.ts';
import { answerText, inKey } from '../i18n/record-text.ts';
import { Link } from '../ui/blocks.tsx';
import { copy } from '../ui/copy-button.tsx';
import { focusOn } from '../ui/focus-on.ts';
import { Icon } from '../ui/icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import { recordsInText } from './read-page.ts';
import { displayOf } from './row.tsx';
import type { JudgedProps } from './screens.ts';

export function RecordScreen(shared: JudgedProps) {
  const { locale, t } = useTranslation();
  const { verdict, answers, engine, facts, useRecord, show } = shared;
  const [text, setText] = useState('');
  const id = useId();
  const { registrable } = verdict.domain;
  const read = text.trim() === '' ? null : recordsInText(text, engine);
  const own = read?.records.find(({ domain }) => domain === registrable) ?? null;
  const other = read?.records.find(({ domain }) => domain !== registrable) ?? null;
  const today = dayOf(new Date());
  const settled =
    own === null
      ? []
      : weighEvidence(
          {
            domain: registrable,
            host: verdict.domain.host,
            profile: EMPTY,
            one: EMPTY,
            reading: own.reading,
            setting: { place: null, readOn: today },
            today,
          },
          facts.rules,
        ).settled;
  const readsJson = !browserKind().startsWith('firefox');
  const places = lookUpsFor(
    { registrable, suffix: verdict.domain.suffix, registrar: answers.registrar, readsJson },
    facts.rules.lookUps,
  );
  return (
    <div class="detail" data-detail="record">
      <p class="reason">{t('record_lead')}</p>
      <ul class="look-ups">
        {places.map(({ kind, url }) => (
          <li key={kind}>
            {/* Whoever asks the ministry types the name there: it is on the clipboard then. */}
            <span class="link" onClickCapture={() => void (kind === 'miit' && copy(registrable))} data-look-up={kind}>
              <Link url={url} newTab={t('new_tab')}>
                {t(`look_up_${kind}`)} <Icon name="out" size={14} />
              </Link>
            </span>
            <span class="fine">{t(kind === 'rdap' && !readsJson ? 'look_up_rdap_paste' : `look_up_${kind}_text`)}</span>
          </li>
        ))}
      </ul>
      <label for={id}>{t('record_paste')}</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status" class="understood">
        {own !== null && (
          <>
            <h3>{t('record_of', { domain: displayOf(own.domain, engine) })}</h3>
            <ul data-understood={settled.map(({ name }) => name).join(' ')}>
              {settled.map((one) => (
                <li key={one.name}>
                  {t(`record_field_${inKey(one.name)}`)}: <b>{answerText(one, facts.rules, locale, t)}</b>
                </li>
              ))}
            </ul>
            {settled.length === 0 && <p>{t('record_says_nothing')}</p>}
            <p class="acts">
              <button
                type="button"
                class="main"
                data-use-record={own.domain}
                onClick={() => {
                  useRecord(own);
                  setText('');
                  focusOn('h1');
                }}
              >
                {t('record_use')}
              </button>
            </p>
          </>
        )}
        {own === null && other !== null && (
          <p>
            {t('record_of_another', { domain: displayOf(other.domain, engine) })}{' '}
            {show !== null && (
              <button type="button" data-record={other.domain} onClick={() => show(other.domain, other)}>
                {t('record_open_other', { domain: displayOf(other.domain, engine) })}
              </button>
            )}
          </p>
        )}
        {read !== null && own === null && other === null && (
          <p>
            {t(
              read.reading.problems.some(({ problem }) => problem === 'cut-off')
                ? 'record_cut_off'
                : read.reading.problems.some(({ problem }) => problem === 'not-registered')
                  ? 'record_not_registered'
                  : 'record_not_understood',
            )}
          </p>
        )}
      </div>
    </div>
  );
}
