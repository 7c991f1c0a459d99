import type { Domain } from '../domain/hostname/domain.ts';

/** Characters that fit on a line of a title. */
const LINE = 32;

/** A host as people read it, with its registrable domain set off; smaller where it is long. */
export function HostName({ domain }: { readonly domain: Domain }) {
  const labels = domain.display.split('.');
  const own = labels.splice(-domain.registrable.split('.').length).join('.');
  return (
    <span class={domain.display.length > LINE ? 'host long' : 'host'}>
      {labels.length > 0 && <span class="sub">{labels.join('.')}.</span>}
      <span class="registrable">{own}</span>
    </span>
  );
}
