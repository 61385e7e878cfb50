/**
 * Who may be shown what: one rule for the live page, for metrics and for whatever else hands figures to people, so that
 * a figure that is too small for one way out is too small for all of them.
 */
@NullMarked
package heed.schemas.disclosure;

import org.jspecify.annotations.NullMarked;
