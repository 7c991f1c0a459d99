import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FixId } from '../../domain/portfolio/fixes.ts';
import type { View } from '../../domain/portfolio/row-view.ts';
import { numberText } from '../../i18n/number-text.ts';
import { sayFix } from '../../i18n/step-text.ts';
import { Count } from '../../ui/count.tsx';
import { useTranslation } from '../../ui/translation.ts';
import type { ToDo } from './worker-protocol.ts';

interface Props {
  readonly toDo: readonly ToDo[];
  readonly view: View;
  readonly setView: (view: View) => void;
  /** Selects all names that a thing is to be done for. */
  readonly selectAll: (fix: FixId) => void;
  readonly copyAll: (fix: FixId) => void;
  /** What stands below it. */
  readonly children?: ComponentChildren;
}

/**
 * What is to be done, largest first: each narrows the table to its names, and can be done for all
 * of them.
 */
export function ToDoList({ toDo, view, setView, selectAll, copyAll, children }: Props) {
  const { locale, t } = useTranslation();
  // In a narrow window only the first is seen, until a person asks for the others.
  const [isWhole, setWhole] = useState(false);
  const canFold = toDo.length > 1;
  const narrow = (fix: FixId) => setView({ ...view, fix: view.fix === fix ? null : fix, part: null });
  return (
    <section class={`panel todo ${canFold && !isWhole ? 'short' : ''}`} aria-labelledby="todo-title">
      <h2 id="todo-title">{t('todo_title')}</h2>
      <ul>
        {toDo.map(({ fix, count, most, first }) => (
          <li key={fix}>
            <button type="button" data-fix={fix} aria-pressed={view.fix === fix} onClick={() => narrow(fix)}>
              <span>{sayFix(fix, t)}</span>{' '}
              <b>
                <Count of={count} />
              </b>
              <small>
                {[
                  ...most.map((one) => `${one.label} ${numberText(one.count, locale)}`),
                  ...(first === null ? [] : [t('todo_first', { date: first })]),
                ].join(t('list_separator'))}
              </small>
            </button>
            {view.fix === fix && (
              <p class="all">
                <button type="button" onClick={() => selectAll(fix)}>
                  {t('todo_select', { count })}
                </button>
                <button type="button" onClick={() => copyAll(fix)}>
                  {t('bulk_copy')}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {children}
      {canFold && (
        <button type="button" class="rest" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('todo_fewer') : t('todo_all', { count: toDo.length })}
        </button>
      )}
    </section>
  );
}
