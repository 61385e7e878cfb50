/**
 * Tells what the feedback topic has already, so that no month is both imported as published and brought in as
 * responses.
 */
@NullMarked
package heed.connectors.heard;

import org.jspecify.annotations.NullMarked;
