/**
 * What people do about a drop, and what they note on charts: an action is checked, written and waited for here, whether
 * a page or a program asks for it.
 */
@NullMarked
package heed.monitoring.actions;

import org.jspecify.annotations.NullMarked;
