/** Every fixture in every window. */
import { testRoom, WINDOWS } from '../support/browser/room-views.ts';

testRoom(() => WINDOWS);
