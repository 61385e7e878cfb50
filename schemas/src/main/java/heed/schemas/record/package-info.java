/** Copies the generated records, to change some of their fields, in a way that cannot forget one. */
@NullMarked
package heed.schemas.record;

import org.jspecify.annotations.NullMarked;
