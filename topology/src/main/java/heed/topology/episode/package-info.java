/**
 * Finds episodes: more hospitals with an alarm at once than their budgets of false alarms explain. A season, a changed
 * questionnaire or a national cause makes one; chance alone seldom does, and at a stated rate.
 */
@NullMarked
package heed.topology.episode;

import org.jspecify.annotations.NullMarked;
