import { dispatch } from '../messages/protocol.ts';
import {
  onAddressBar,
  onFirstRun,
  onMenus,
  onMessage,
  onSitesChanged,
  onStart,
  onStored,
  RULES_KEY,
  runOnAddedSites,
} from '../platform/browser.ts';
import { handlers, rulesChanged, showIcon, suggestion, welcome } from './handlers.ts';

// Registered in the first tick: a worker that wakes for a message must already listen when it arrives.
onMessage((message) => dispatch(message, handlers));
onSitesChanged(() => void runOnAddedSites());
onStored(RULES_KEY, () => void rulesChanged());
onMenus();
onAddressBar(suggestion);
onFirstRun(() => void welcome());
onStart(() => void showIcon());
