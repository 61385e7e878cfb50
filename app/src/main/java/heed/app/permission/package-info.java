/**
 * What each part of Heed must be allowed by Kafka, taken from what the parts say that they read and write; whether it
 * is; and how to allow it.
 */
@NullMarked
package heed.app.permission;

import org.jspecify.annotations.NullMarked;
