/** Tells people by e-mail. */
@NullMarked
package heed.connectors.notify.mail;

import org.jspecify.annotations.NullMarked;
