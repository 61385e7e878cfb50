/** Holds what every HTTP server of ours has to know, once for all of them; it depends on none. */
@NullMarked
package heed.schemas.http;

import org.jspecify.annotations.NullMarked;
