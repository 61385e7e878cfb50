/**
 * What {@code rejected} does: refused records are listed, shown, and sent again once what stood in their way is gone.
 */
@NullMarked
package heed.app.rejected;

import org.jspecify.annotations.NullMarked;
