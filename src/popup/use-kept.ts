import { useEffect, useState } from 'preact/hooks';
import { forgetCase, type Kept, keep, readKept } from '../case/keep.ts';
import { createLive } from '../case/live.ts';
import type { AnswerName } from '../core/answers.ts';
import { caseKey, EMPTY, PROFILE_KEY, placeOf, withAnswer } from '../core/case.ts';
import type { Answers, Domain, RuleBundle } from '../core/model.ts';
import { follow } from '../platform/browser.ts';

/** What is kept on a domain, as it lives: given here, or in any other window. */
export interface LiveCase extends Kept {
  /** False where the last change could not be stored; it counts here until the page closes. */
  readonly stored: boolean;
  tell<K extends AnswerName>(name: K, value: Answers[K]): void;
  /** Forgets the answers on the domain. */
  clear(): void;
}

/**
 * In: a domain (null: there is none to answer on) and what was kept of it when the page opened. Out: it from now on. Another domain
 * is for another component.
 */
export function useKept(rules: RuleBundle, domain: Domain | null, first: Kept): LiveCase {
  const [kept, setKept] = useState(first);
  const [stored, setStored] = useState(true);
  const registrable = domain?.registrable ?? null;
  const [live] = useState(() =>
    createLive(
      () => readKept(rules, registrable),
      (now) =>
        // What is shown is better than nothing.
        setKept((was) => (now.isRead ? { ...now, sound: was.sound && now.sound } : { ...was, isRead: false })),
    ),
  );

  useEffect(
    () =>
      follow(
        (key) => key === PROFILE_KEY || (registrable !== null && key === caseKey(registrable)),
        () => void live.read(),
      ),
    [],
  );

  async function change(make: (before: Kept) => Kept, write: () => Promise<boolean>): Promise<void> {
    setKept(make);
    setStored(await live.change(write));
  }

  return {
    ...kept,
    stored,
    tell(name, value) {
      if (domain === null) return;
      const place = placeOf(name);
      const host = place === 'host' ? domain.host : null;
      const part = place === 'profile' ? 'profile' : 'one';
      // Taken back, it is again what the organisation says.
      const own = first.defaults[name as keyof Kept['defaults']] as Answers[typeof name];
      const now = part === 'profile' ? (value ?? own) : value;
      void change(
        (before) => ({ ...before, [part]: withAnswer(before[part], host, name, now) }),
        () => keep(rules, domain.registrable, domain.host, name, value),
      );
    },
    clear() {
      if (domain === null) return;
      void change(
        (before) => ({ ...before, one: EMPTY }),
        () => forgetCase(domain.registrable),
      );
    },
  };
}
