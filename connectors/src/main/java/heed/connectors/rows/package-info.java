/** {@code ./heed import FILE --mapping M}: rows of a file become responses that arrive now, each once. */
@NullMarked
package heed.connectors.rows;

import org.jspecify.annotations.NullMarked;
