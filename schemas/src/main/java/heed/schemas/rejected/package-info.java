/** Says why a record was refused, in the words that the topic of refused records, the metrics and the pages share. */
@NullMarked
package heed.schemas.rejected;

import org.jspecify.annotations.NullMarked;
