/** Reads the file that says who is told what, and reports all that is wrong with it with its lines. */
@NullMarked
package heed.connectors.notify.routes;

import org.jspecify.annotations.NullMarked;
