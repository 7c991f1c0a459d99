/** Every fixture in one of the windows, and each of the windows with some of the fixtures. */
import { testRoom, WINDOWS } from '../support/browser/room-views.ts';

testRoom((index) => WINDOWS.filter((_, at) => at === index % WINDOWS.length));
