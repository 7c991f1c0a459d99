import { isManaged, type Policy } from '../core/policy.ts';
import type { Say } from '../ui/say.ts';

/** What the person's organisation has set, as far as no field below says it; and what of it cannot be read. */
export function Managed({ policy, say }: { readonly policy: Policy; readonly say: Say }) {
  if (!isManaged(policy)) return null;
  return (
    <div class="managed">
      <p>{say('managed')}</p>
      {policy.welcomeOff && <p>{say('managed_welcome_off')}</p>}
      {policy.wrong.length > 0 && (
        <p>{say('managed_wrong', { places: policy.wrong.slice(0, 50).join(say('list_separator')) })}</p>
      )}
    </div>
  );
}
