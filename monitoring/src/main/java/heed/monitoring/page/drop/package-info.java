/** The pages of drops: all of them, and one, with the form by which people say what they do about it. */
@NullMarked
package heed.monitoring.page.drop;

import org.jspecify.annotations.NullMarked;
