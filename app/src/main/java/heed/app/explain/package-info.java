/** Explains one drop: what was found, on what it stands, and how to check it. */
@NullMarked
package heed.app.explain;

import org.jspecify.annotations.NullMarked;
