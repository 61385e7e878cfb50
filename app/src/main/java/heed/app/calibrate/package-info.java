/**
 * Measures by simulation how often the watch is wrong and how soon it is right, beside other rules.
 *
 * <p>The other rules ({@link heed.app.calibrate.WeeklyXmr}, {@link heed.app.calibrate.RollingMean}, {@link
 * heed.app.calibrate.OracleCusum}) are here to compare with. Nothing else uses them.
 */
package heed.app.calibrate;
