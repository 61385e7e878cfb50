/** Tells programs by HTTP: any by a signed webhook, and those that people work with in their own form. */
@NullMarked
package heed.connectors.notify.post;

import org.jspecify.annotations.NullMarked;
