/** The notifier with real receivers: a mail server, Alertmanager and programs behind webhooks. */
@NullMarked
package heed.app.notify;

import org.jspecify.annotations.NullMarked;
