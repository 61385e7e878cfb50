package heed.app.audit;

import heed.schemas.Movement;
import heed.schemas.key.WeekKey;
import org.jspecify.annotations.Nullable;

/** Compares a record of what all hospitals did together with the week that the recount came to. */
final class MovementCheck implements TopicComparison.Check<Movement, MovementWeeks.Week> {

    /** What double precision may make of sums in another order, over a year of levels made of levels. */
    private static final double CLOSE = 1e-9;

    /** The pipeline's quantile is a series that is right to 1 in 500; the recount's is exact. */
    private static final double QUANTILE = 1.0 / 500;

    private static final double WITHIN = .95;
    private static final int FIFTH = 5;

    private final RecountRules rules;
    private final MovementWeeks movements;

    MovementCheck(RecountRules rules, MovementWeeks movements) {
        this.rules = rules;
        this.movements = movements;
    }

    @Override
    public MovementWeeks.@Nullable Week find(String key) {
        return movements.byKey().get(key);
    }

    @Override
    public void compare(Fields fields, Movement streamed, MovementWeeks.Week week) {
        fields.compare("measure", streamed.getMeasure(), week.measure());
        fields.compare("week", streamed.getWeek(), WeekKey.week(week.monday()));
        fields.compare("monday", (long) streamed.getMonday(), week.monday().toEpochDay());
        fields.compareClose("level", streamed.getLevel(), week.level(), CLOSE);
        fields.compareClose("error", streamed.getError(), week.error(), CLOSE);
        fields.compare("weeks_before", streamed.getWeeksBefore(), week.weeksBefore());
        fields.compare("hospitals", streamed.getHospitals(), week.hospitals());
        fields.compare("minimum", streamed.getMinimum(), rules.minimums().published());
        fields.compareTimes("as_of", streamed.getAsOf(), week.asOfMs());
        if (week.movement() == null) {
            fields.compare("movement", streamed.getMovement(), null);
            fields.compare("low", streamed.getLow(), null);
            fields.compare("high", streamed.getHigh(), null);
        } else {
            int degrees = week.hospitals() - 2 * (week.hospitals() / FIFTH) - 1;
            double reach = StudentQuantile.of(WITHIN, degrees) * week.movementError();
            fields.compareClose("movement", streamed.getMovement(), week.movement(), CLOSE);
            fields.compareClose("low", streamed.getLow(), week.movement() - reach, CLOSE + reach * QUANTILE);
            fields.compareClose("high", streamed.getHigh(), week.movement() + reach, CLOSE + reach * QUANTILE);
        }
    }
}
