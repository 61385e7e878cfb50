/**
 * The results as flat, typed rows: what a file or a database has a column for, under the names of the contracts and
 * with their words. Whoever writes rows asks here, so that a column means the same in each.
 */
@NullMarked
package heed.schemas.flat;

import org.jspecify.annotations.NullMarked;
