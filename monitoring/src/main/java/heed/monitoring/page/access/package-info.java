/**
 * Signing in and out, choosing a password, turning on a second factor, and stopping mails: pages without figures, for
 * whoever asks and for whoever is known.
 */
@NullMarked
package heed.monitoring.page.access;

import org.jspecify.annotations.NullMarked;
