/** Prints the records of a topic as they come, decoded, one JSON object a line. */
@NullMarked
package heed.app.tail;

import org.jspecify.annotations.NullMarked;
