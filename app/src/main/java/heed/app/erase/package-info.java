/** Takes a comment out of its topic, and says what of it is left where. */
@NullMarked
package heed.app.erase;

import org.jspecify.annotations.NullMarked;
