/** What comments are about, in the words of the field's framework. */
@NullMarked
package heed.schemas.theme;

import org.jspecify.annotations.NullMarked;
