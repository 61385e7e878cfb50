/** Shows on a terminal what is waited for: whoever sees nothing move takes it for hung. */
@NullMarked
package heed.app.terminal;

import org.jspecify.annotations.NullMarked;
