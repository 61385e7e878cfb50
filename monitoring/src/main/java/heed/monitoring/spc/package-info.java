/**
 * XmR charts by the rules of NHS England's Making Data Count: what the page draws and what the study of
 * {@code calibrate} counts as an alarm is decided here, once.
 */
@NullMarked
package heed.monitoring.spc;

import org.jspecify.annotations.NullMarked;
