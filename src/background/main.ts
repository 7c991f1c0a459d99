import { dispatch } from '../messages/protocol.ts';
import {
  onAddressBar,
  onFirstRun,
  onMenus,
  onMessage,
  onSitesChanged,
  onStart,
  runOnAddedSites,
} from '../platform/browser.ts';
import { rules } from '../rules.ts';
import { handlers, showIcon, suggestion, welcome } from './handlers.ts';

// Registered in the first tick: a worker that wakes for a message must already listen when it arrives.
onMessage((message) => dispatch(message, handlers));
onSitesChanged(() => void runOnAddedSites(rules.consoles.flatMap((one) => one.sites.map((site) => site.host))));
onMenus();
onAddressBar(suggestion);
onFirstRun(() => void welcome());
onStart(() => void showIcon());
