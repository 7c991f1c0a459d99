import { dispatch } from '../messages/protocol.ts';
import { onMessage } from '../platform/browser.ts';
import { handlers } from './handlers.ts';

// Registered in the first tick: a worker that wakes for a message must already listen when it arrives.
onMessage((message) => dispatch(message, handlers));
