/** A line of the options, which the search of the page can hide. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The words that are searched for, in lower case; none where nothing is. */
export const Searched = createContext<readonly string[]>([]);

/** Returns the words of a search. */
export function wordsIn(query: string): readonly string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Returns whether all that is searched for is in some texts, taken together. */
export function isFound(searched: readonly string[], ...texts: readonly string[]): boolean {
  const haystack = texts.join(' ').toLowerCase();
  return searched.every((word) => haystack.includes(word));
}

interface Props {
  /** What it can be found by. */
  readonly words: readonly string[];
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Setting({ words, class: name = '', children }: Props) {
  return (
    <div class={`set ${name}`} hidden={!isFound(useContext(Searched), ...words)}>
      {children}
    </div>
  );
}

/** A setting with its name and a line about it, and what it is set by beside them. */
export function LabelledSetting({
  label,
  note,
  words = [],
  class: name = '',
  children,
  below,
}: {
  readonly label: string;
  readonly note?: string | undefined;
  readonly words?: readonly string[];
  readonly class?: string;
  readonly children: ComponentChildren;
  readonly below?: ComponentChildren;
}) {
  return (
    <Setting words={[label, note ?? '', ...words]} class={name}>
      <div class="line">
        <div>
          <h3>{label}</h3>
          {note !== undefined && <p class="small">{note}</p>}
        </div>
        <div class="ctl">{children}</div>
      </div>
      {below}
    </Setting>
  );
}
