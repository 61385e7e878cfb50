/**
 * What may be said of what the read model holds, without markup: judgement, names and phrases. Pages and API both stand
 * on it, so that they say the same.
 */
@NullMarked
package heed.monitoring.view;

import org.jspecify.annotations.NullMarked;
