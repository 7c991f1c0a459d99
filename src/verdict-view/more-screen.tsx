/** What is seldom needed: comparing, records, hints on this site, forgetting, the options. */
import { projectPage, version } from '../browser-api/runtime.ts';
import { openOptions } from '../browser-api/tabs.ts';
import { registrableParam } from '../domain/eligibility/assessment-context.ts';
import type { Verdict } from '../domain/eligibility/verdict.ts';
import { wrongAnswerText } from '../i18n/wrong-answer.ts';
import { Copy } from '../ui/copy-button.tsx';
import { focusOn } from '../ui/focus-on.ts';
import { Icon } from '../ui/icon.tsx';
import { useTranslation } from '../ui/translation.ts';
import { Dismissed } from './dismissed-hints.tsx';
import { Row } from './row.tsx';
import type { VerdictViewProps } from './screens.ts';
import { HintsHere } from './site-hints.tsx';

export function MoreScreen({ verdict, ...shared }: VerdictViewProps & { readonly verdict: Verdict | null }) {
  const { t } = useTranslation();
  const { facts, site, clear, open, note, answers } = shared;
  const project = projectPage();
  return (
    <div class="detail" data-detail="more">
      {verdict && (
        <ul class="rows">
          <li>
            <Row sign={<Icon name="swap" />} label={t('screen_compare')} to={{ kind: 'compare' }} open={open} />
          </li>
          <li>
            <Row sign={<Icon name="doc" />} label={t('screen_record')} to={{ kind: 'record' }} open={open} />
          </li>
          <li>
            <Row sign={<Icon name="clock" />} label={t('screen_rest')} to={{ kind: 'rest' }} open={open} />
          </li>
        </ul>
      )}
      {site !== null && <Dismissed host={site} rules={facts.rules} note={note} />}
      <HintsHere site={site} rules={facts.rules} />
      <p class="acts">
        {verdict && clear && (
          <button
            type="button"
            class="forget"
            onClick={() => {
              clear();
              focusOn('h1');
            }}
          >
            {t('answers_clear_all', registrableParam(verdict))}
          </button>
        )}
        <button type="button" onClick={() => void openOptions()}>
          {t('options_open')}
        </button>
      </p>
      {project !== null && (
        <div class="acts project">
          {verdict && (
            <Copy
              textOf={() => wrongAnswerText(verdict, answers, version(), facts.rules.stamp)}
              label={t('project_wrong_answer')}
            />
          )}
          <a href={project} target="_blank" rel="noreferrer">
            {t('project_page')}
          </a>
        </div>
      )}
    </div>
  );
}
