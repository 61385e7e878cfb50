/** Declares what topics there are: each one's name, type, key and retention, once for everybody. */
@NullMarked
package heed.schemas.topic;

import org.jspecify.annotations.NullMarked;
