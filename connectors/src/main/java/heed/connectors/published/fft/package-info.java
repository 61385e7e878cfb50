/** Reads the Friends and Family Test as it is published: counts by trust and month. */
@NullMarked
package heed.connectors.published.fft;

import org.jspecify.annotations.NullMarked;
