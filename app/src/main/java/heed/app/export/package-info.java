/** What {@code export} does: which rows go to which file. */
@NullMarked
package heed.app.export;

import org.jspecify.annotations.NullMarked;
