/**
 * Measures by simulation how often the watch is wrong and how soon it is right, beside other detectors.
 *
 * <p>The others ({@link heed.app.study.WeeklyXmr}, {@link heed.app.study.RollingMean},
 * {@link heed.app.study.OracleCusum}) are here to compare with. Nothing else uses them.
 */
@NullMarked
package heed.app.study;

import org.jspecify.annotations.NullMarked;
