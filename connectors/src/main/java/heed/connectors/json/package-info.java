/** JSON as submissions: what was sent, and where in it something is wrong, never what it says. */
@NullMarked
package heed.connectors.json;

import org.jspecify.annotations.NullMarked;
