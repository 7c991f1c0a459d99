import { useEffect, useMemo, useState } from 'preact/hooks';
import { version } from '../../browser-api/runtime.ts';
import { answersFor } from '../../domain/answers/domain-answers.ts';
import { createEngine } from '../../domain/eligibility/engine.ts';
import type { Verdict } from '../../domain/eligibility/verdict.ts';
import type { Ruleset } from '../../domain/ruleset/ruleset.ts';
import { wrongAnswerText } from '../../i18n/wrong-answer.ts';
import { loadAnswers } from '../../storage/stored-answers.ts';
import { Copy } from '../../ui/copy-button.tsx';
import { useTranslation } from '../../ui/translation.ts';
import { HostForm } from './host-form.tsx';
import { Setting } from './setting.tsx';

/** Copies what an answer rests on, for whoever reports that it is wrong: of any domain. */
export function WrongAnswerReport({ rules }: { readonly rules: Ruleset }) {
  const { t } = useTranslation();
  const engine = useMemo(() => createEngine(rules), [rules]);
  const [typed, setTyped] = useState('');
  const [report, setReport] = useState<string | null>(null);
  const read = engine.read(typed);
  const problem = 'type' in read && typed.trim() !== '' ? read.type : null;

  useEffect(() => {
    setReport(null);
    if ('type' in read) return;
    let isHere = true;
    void loadAnswers(rules, read.registrable).then(({ profile, one }) => {
      const answers = answersFor(profile, one, read.host);
      const answer = engine.assess(read.host, answers);
      if (isHere && answer.kind !== 'problem') setReport(reportOf(answer.verdict, answers));
    });
    return () => {
      isHere = false;
    };
  }, [engine, typed]);

  function reportOf(verdict: Verdict, answers: ReturnType<typeof answersFor>): string {
    return wrongAnswerText(verdict, answers, version(), rules.stamp);
  }

  return (
    <Setting words={[t('options_about'), t('wrong_answer'), t('wrong_answer_note')]} class="wrong">
      <h3>{t('wrong_answer')}</h3>
      <p class="small">{t('wrong_answer_note')}</p>
      <HostForm label={t('field_domain')} example="example.com" value={typed} onValue={setTyped}>
        {report !== null && <Copy textOf={() => report} label={t('project_wrong_answer')} />}
      </HostForm>
      <p role="status" class="note">
        {problem && t(`problem_${problem.replaceAll('-', '_')}_text`)}
      </p>
    </Setting>
  );
}
