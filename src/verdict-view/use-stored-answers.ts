import { useEffect, useState } from 'preact/hooks';
import { subscribe } from '../browser-api/storage.ts';
import type { AnswerName, Answers } from '../domain/answers/answers.ts';
import {
  type DomainAnswers,
  domainAnswersKey,
  EMPTY,
  PROFILE_KEY,
  placeOf,
  withAnswer,
  withRecords,
} from '../domain/answers/domain-answers.ts';
import type { RecordedAnswers } from '../domain/answers/recorded-answers.ts';
import type { Domain } from '../domain/hostname/domain.ts';
import type { Ruleset } from '../domain/ruleset/ruleset.ts';
import { createOptimisticState } from '../storage/optimistic-state.ts';
import {
  loadAnswers,
  removeDomainAnswers,
  restoreDomainAnswers,
  type StoredAnswers,
  saveAnswer,
  saveRecords,
} from '../storage/stored-answers.ts';

/** What is kept on a domain, as it lives: given here, or in any other window. */
export interface LiveAnswers extends StoredAnswers {
  /** False where the last change could not be stored; it counts here until the page closes. */
  readonly stored: boolean;
  setAnswer<K extends AnswerName>(name: K, value: Answers[K]): void;
  /** Returns what the person said, and no record or organization for them. */
  said(name: AnswerName): Answers[AnswerName];
  /** Keeps what records say beside it. */
  keepRecords(records: RecordedAnswers): void;
  /** Puts the case back as it was. */
  restore(before: DomainAnswers): void;
  /** Forgets the answers on the domain. */
  clear(): void;
}

/**
 * Returns what is stored of a domain (null: there is none to answer on), from what was stored when
 * the page opened and from now on. Another domain is for another component.
 */
export function useStoredAnswers(rules: Ruleset, domain: Domain | null, first: StoredAnswers): LiveAnswers {
  const [kept, setKept] = useState(first);
  const [stored, setStored] = useState(true);
  const registrable = domain?.registrable ?? null;
  const [live] = useState(() =>
    createOptimisticState(
      () => loadAnswers(rules, registrable),
      (now) =>
        // What is shown is better than nothing.
        setKept((was) => (now.isRead ? { ...now, sound: was.sound && now.sound } : { ...was, isRead: false })),
    ),
  );

  useEffect(
    () =>
      subscribe(
        (key) => key === PROFILE_KEY || (registrable !== null && key === domainAnswersKey(registrable)),
        () => void live.read(),
      ),
    [],
  );

  async function change(make: (before: StoredAnswers) => StoredAnswers, write: () => Promise<boolean>): Promise<void> {
    setKept(make);
    setStored(await live.change(write));
  }

  return {
    ...kept,
    stored,
    setAnswer(name, value) {
      if (domain === null) return;
      const place = placeOf(name);
      const host = place === 'host' ? domain.host : null;
      const part = place === 'profile' ? 'profile' : 'one';
      // Taken back, it is again what the organization says.
      const own = first.defaults[name as keyof StoredAnswers['defaults']] as Answers[typeof name];
      const now = part === 'profile' ? (value ?? own) : value;
      void change(
        (before) => ({ ...before, [part]: withAnswer(before[part], host, name, now) }),
        () => saveAnswer(rules, domain.registrable, domain.host, name, value),
      );
    },
    said(name) {
      const place = placeOf(name);
      if (place === 'host') return domain === null ? undefined : kept.one.hosts[domain.host]?.[name];
      return (place === 'profile' ? kept.profile : kept.one).answers[name];
    },
    keepRecords(records) {
      if (domain === null) return;
      void change(
        (before) => ({ ...before, one: withRecords(before.one, records) }),
        () => saveRecords(rules, domain.registrable, records),
      );
    },
    restore(one) {
      if (domain === null) return;
      void change(
        (before) => ({ ...before, one }),
        () => restoreDomainAnswers(rules, domain.registrable, one),
      );
    },
    clear() {
      if (domain === null) return;
      void change(
        (before) => ({ ...before, one: EMPTY }),
        () => removeDomainAnswers(rules, domain.registrable),
      );
    },
  };
}
