import type { Domain } from '../domain/hostname/domain.ts';

/** A host as people read it, with its registrable domain set off. */
export function HostName({ domain }: { readonly domain: Domain }) {
  const labels = domain.display.split('.');
  const own = labels.splice(-domain.registrable.split('.').length).join('.');
  return (
    <>
      {labels.length > 0 && <span class="sub">{labels.join('.')}.</span>}
      <span class="registrable">{own}</span>
    </>
  );
}
