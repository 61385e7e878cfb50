/**
 * Every setting, declared once: where its value may come from, what it may be, and how a wrong one is refused; and what
 * settings name by file or by measure: questionnaires, hospitals, false-alarm budgets.
 */
@NullMarked
package heed.app.settings;

import org.jspecify.annotations.NullMarked;
