/**
 * Knows hospitals by their codes: a name and region for readers, the time zone of their days, and how they are watched.
 */
@NullMarked
package heed.schemas.hospital;

import org.jspecify.annotations.NullMarked;
