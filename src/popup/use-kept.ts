import { useEffect, useRef, useState } from 'preact/hooks';
import { forgetCase, type Kept, keep, readKept } from '../case/keep.ts';
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

/** In: a domain (null: there is none to answer on) and what was kept of it when the page opened. Out: it from now on. */
export function useKept(rules: RuleBundle, domain: Domain | null, first: Kept): LiveCase {
  const [kept, setKept] = useState(first);
  const [stored, setStored] = useState(true);
  // Own changes: how many there were, and how many are still on their way to the storage.
  const made = useRef(0);
  const pending = useRef(0);
  const isApart = useRef(false);
  const registrable = domain?.registrable ?? null;

  async function read(): Promise<void> {
    const before = made.current;
    const now = await readKept(rules, registrable);
    // What was read while an answer was being given is older than what is shown.
    if (pending.current > 0 || made.current !== before || isApart.current) return;
    // What is shown is better than nothing.
    setKept((was) => (now.isRead ? { ...now, sound: was.sound && now.sound } : { ...was, isRead: false }));
  }

  useEffect(
    () =>
      follow(
        (key) => key === PROFILE_KEY || (registrable !== null && key === caseKey(registrable)),
        () => void read(),
      ),
    [registrable],
  );

  async function change(make: (before: Kept) => Kept, write: () => Promise<boolean>): Promise<void> {
    made.current++;
    pending.current++;
    setKept(make);
    const done = await write();
    pending.current--;
    isApart.current ||= !done;
    // What could not be stored is not stored by what comes after it.
    setStored(!isApart.current);
    // Others may have written meanwhile.
    if (pending.current === 0) void read();
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
