/**
 * A Heed and its data directory: the name that it keeps there, and the file through which other commands on the same
 * machine find it.
 */
@NullMarked
package heed.app.server.instance;

import org.jspecify.annotations.NullMarked;
