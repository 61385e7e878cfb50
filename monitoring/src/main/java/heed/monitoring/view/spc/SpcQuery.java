package heed.monitoring.view.spc;

import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.ChartRange.Chosen;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of an SPC chart asks to see.
 *
 * @param unit null for the hospital as a whole
 * @param measure null for the one that sums it up
 * @param per {@code week} or {@code month}; anything else leaves the choice
 * @param limits {@code screened}, else those of all moving ranges
 * @param range the days of which points are drawn; all where a reader chose none
 */
public record SpcQuery(
        @Nullable String unit,
        @Nullable String measure,
        @Nullable String per,
        @Nullable String limits,
        Optional<ChartRange> range) {

    public static final String SCREENED = "screened";

    /** Takes what is asked of all points. */
    public SpcQuery(@Nullable String unit, @Nullable String measure, @Nullable String per, @Nullable String limits) {
        this(unit, measure, per, limits, Optional.empty());
    }

    /** Returns the same with points of {@code other}. */
    public SpcQuery ofPoints(String other) {
        return new SpcQuery(unit, measure, other, limits, range);
    }

    /** Returns the same with limits of {@code other}. */
    public SpcQuery ofLimits(@Nullable String other) {
        return new SpcQuery(unit, measure, per, other, range);
    }

    /** Returns the same of the days that a reader chose; a page's choice is all that there is. */
    public SpcQuery within(ChartRange days) {
        return new SpcQuery(
                unit, measure, per, limits, Optional.of(days).filter(each -> each.chosen() == Chosen.BY_READER));
    }

    /** Returns the same of all days. */
    public SpcQuery whole() {
        return new SpcQuery(unit, measure, per, limits);
    }

    /** Returns what an address asks for; a parameter without a value asks for nothing. */
    public static SpcQuery of(UnaryOperator<String> parameters) {
        UnaryOperator<String> asked = name -> Optional.ofNullable(parameters.apply(name))
                .filter(value -> !value.isEmpty())
                .orElse(null);
        return new SpcQuery(asked.apply("unit"), asked.apply("measure"), asked.apply("per"), asked.apply("limits"));
    }

    /** Tells whether the hospital has what is asked for: itself, or a unit that has figures. */
    public boolean isWithin(HospitalFigures figures) {
        return unit == null || figures.units().contains(unit);
    }

    Optional<SpcSeries.Per> points() {
        return Arrays.stream(SpcSeries.Per.values())
                .filter(each -> each.one().equals(per))
                .findFirst();
    }

    /** Returns how limits are to be drawn. */
    public XmrChart.Limits drawn() {
        return SCREENED.equals(limits) ? XmrChart.Limits.SCREENED : XmrChart.Limits.ALL_RANGES;
    }
}
