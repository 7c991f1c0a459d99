import type { Domain } from '../domain/hostname/domain.ts';

/** Latin letters that fit on a line of a title. */
const LINE = 32;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Whether a name takes more than so many Latin letters; a Chinese or Japanese one takes two. */
export function isLongName(display: string, most = LINE): boolean {
  return display.length + (display.match(WIDE)?.length ?? 0) > most;
}

/** A host as people read it, with its registrable domain set off; smaller where it is long. */
export function HostName({ domain }: { readonly domain: Domain }) {
  const labels = domain.display.split('.');
  const own = labels.splice(-domain.registrable.split('.').length).join('.');
  return (
    <span class={isLongName(domain.display) ? 'host long' : 'host'}>
      {labels.length > 0 && <span class="sub">{labels.join('.')}.</span>}
      <span class="registrable">{own}</span>
    </span>
  );
}
