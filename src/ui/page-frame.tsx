/**
 * The frame of a long page: its title, a list of its sections that stays in sight, and the
 * sections.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { useTranslation } from './translation.ts';

export interface Part {
  /** Its anchor, and the class that it is styled by. */
  readonly id: string;
  readonly title: string;
  /** A few words beside its name, such as a count. */
  readonly note?: string;
  readonly icon?: IconName;
  readonly view: ComponentChildren;
}

export function Frame({
  title,
  tools = null,
  top = null,
  isSearched = false,
  parts,
  footer,
}: {
  readonly title: string;
  /** What stands beside the title. */
  readonly tools?: ComponentChildren;
  /** Whether what is seen was searched for: sections that have nothing of it are hidden. */
  readonly isSearched?: boolean;
  /** What stands above all sections. */
  readonly top?: ComponentChildren;
  readonly parts: readonly Part[];
  readonly footer: ComponentChildren;
}) {
  const { t } = useTranslation();
  const current = useCurrent(parts.map((part) => part.id));
  // The browser looked for the address's anchor before anything was drawn.
  useEffect(() => {
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <div class={`frame ${isSearched ? 'searched' : ''}`}>
      <header>
        <img src="/icons/icon-48.png" width={28} height={28} alt="" />
        {/* Focus comes here when what had it is gone. */}
        <h1 tabIndex={-1}>{title}</h1>
        <span class="space" />
        {tools}
      </header>
      <nav aria-label={t('frame_sections')}>
        <ul>
          {parts.map(({ id, title: name, note, icon }) => (
            <li key={id}>
              <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
                {icon && <Icon name={icon} />}
                <span>{name}</span>
                {note !== undefined && <span class="dim"> {note}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {top}
        {parts.map(({ id, title: name, note, view }) => (
          <section key={id} id={id} class={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`} tabIndex={-1}>
              {name}
              {note !== undefined && <span class="dim"> {note}</span>}
            </h2>
            <div class="panel">{view}</div>
          </section>
        ))}
      </main>
      <footer>{footer}</footer>
    </div>
  );
}

/** Returns the first of the sections, given in order, in the upper part of the window. */
function useCurrent(ids: readonly string[]): string | undefined {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) =>
        setSeen((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting) now.add(target.id);
            else now.delete(target.id);
          }
          return now;
        }),
      { rootMargin: '0px 0px -60%' },
    );
    for (const id of ids) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [ids.join()]);
  return ids.find((id) => seen.has(id));
}
