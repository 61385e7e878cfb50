/**
 * Says records in plain sentences, English and Welsh, in one place: page, notifiers and consumers then say the same.
 */
@NullMarked
package heed.schemas.sentence;

import org.jspecify.annotations.NullMarked;
