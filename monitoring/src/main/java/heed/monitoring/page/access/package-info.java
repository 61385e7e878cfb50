/** Signing in and out, and choosing a password: pages without figures, for whoever asks and for whoever is known. */
@NullMarked
package heed.monitoring.page.access;

import org.jspecify.annotations.NullMarked;
