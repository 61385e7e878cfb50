/** What cannot be computed again, in one file and back: responses, actions, pulses and the schemas that they are in. */
@NullMarked
package heed.app.backup;

import org.jspecify.annotations.NullMarked;
