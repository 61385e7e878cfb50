package heed.app.audit;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Rating;
import heed.schemas.Standing;
import org.jspecify.annotations.Nullable;

/** Compares the records of a comparison of hospitals with what was recounted. */
final class TableChecks {

    /** What double precision may make of sums in another order. */
    private static final double CLOSE = 1e-9;

    private static final double FULL = 10_000;

    private final MonthTables tables;
    private final Versions versions;
    private final int minimum;

    /** Notes with {@code versions} which tables are told as they now are. */
    TableChecks(MonthTables tables, Versions versions, RecountRules rules) {
        this.tables = tables;
        this.versions = versions;
        this.minimum = rules.minimums().published();
    }

    /** Notes whether a row is of now: it is where nothing that says so differs. Of another moment no more is asked. */
    private boolean isCurrent(Fields fields, String table, Object row) {
        boolean current = fields.differences().isEmpty();
        if (current) {
            versions.noteCurrent(table, row);
        } else {
            versions.noteOther(table, row);
        }
        return current;
    }

    /** Compares a hospital's place in a measure; the ends of its rank are drawn by chance, and only looked at. */
    final class Places implements TopicComparison.Check<LeagueRow, MonthTables.Place> {

        @Override
        public MonthTables.@Nullable Place find(String key) {
            return tables.places().get(key);
        }

        @Override
        public void takenBack(MonthTables.Place place) {
            versions.noteTombstone(place.table().key(), place);
        }

        @Override
        public void compare(Fields fields, LeagueRow streamed, MonthTables.Place place) {
            MonthTable of = place.table();
            fields.compare("final", streamed.getFinal$(), true);
            fields.compare("restatements", streamed.getRestatements(), of.restatements());
            fields.compareTimes("as_of", streamed.getAsOf(), of.asOfMs());
            if (!isCurrent(fields, of.key(), place)) {
                return;
            }
            MonthTable.Entrant own = place.entrant();
            PlainFigures plain = PlainFigures.of(own.n(), own.sum(), own.sumOfSquares());
            PlainFigures clustered = PlainFigures.of(own.n(), own.sum(), own.sumOfSquares(), of.designEffect(own));
            fields.compare("measure", streamed.getMeasure(), of.of().compared());
            fields.compare("month", streamed.getMonth(), of.of().month());
            fields.compare("hospital", streamed.getHospital(), own.hospital());
            fields.compare("n", streamed.getN(), own.n());
            fields.compare("score", streamed.getScore(), plain.score());
            fields.compareRounded("low", streamed.getLow(), plain.low());
            fields.compareRounded("high", streamed.getHigh(), plain.high());
            fields.compareClose("design_effect", streamed.getDesignEffect(), of.designEffect(own), CLOSE);
            fields.compareClose("effective_n", streamed.getEffectiveN(), of.effectiveN(own), CLOSE * own.n());
            fields.compareRounded("clustered_low", streamed.getClusteredLow(), clustered.low());
            fields.compareRounded("clustered_high", streamed.getClusteredHigh(), clustered.high());
            fields.compareRounded("expected_low", streamed.getExpectedLow(), of.expectedLow(own) * FULL);
            fields.compareRounded("expected_high", streamed.getExpectedHigh(), of.expectedHigh(own) * FULL);
            rating(fields, streamed.getRating(), of, own);
            ranks(fields, streamed, of, own);
            fields.compare("hospitals", streamed.getHospitals(), of.compared().size());
            fields.compare("minimum", streamed.getMinimum(), minimum);
        }

        private void rating(Fields fields, Rating streamed, MonthTable of, MonthTable.Entrant own) {
            Rating low = rating(own.score() - CLOSE, of, own);
            Rating high = rating(own.score() + CLOSE, of, own);
            if (low == high) {
                fields.compare("rating", streamed, low);
            }
        }

        private Rating rating(double score, MonthTable of, MonthTable.Entrant own) {
            if (score > of.expectedHigh(own)) {
                return Rating.ABOVE;
            }
            return score < of.expectedLow(own) ? Rating.BELOW : Rating.WITHIN;
        }

        private void ranks(Fields fields, LeagueRow streamed, MonthTable of, MonthTable.Entrant own) {
            int rank = of.rank(own);
            int last = rank + of.tied(own) - 1;
            fields.compare("rank", streamed.getRank(), rank);
            fields.compare("tied", streamed.getTied(), of.tied(own));
            fields.compareWithin("rank_low", streamed.getRankLow(), 1, rank);
            fields.compareWithin(
                    "rank_high", streamed.getRankHigh(), last, of.compared().size());
        }
    }

    /** Compares what all hospitals of a measure are together. */
    final class Together implements TopicComparison.Check<National, MonthTable> {

        @Override
        public @Nullable MonthTable find(String key) {
            return tables.tables().get(key);
        }

        @Override
        public void takenBack(MonthTable of) {
            versions.noteTombstone(of.key(), of);
        }

        @Override
        public void compare(Fields fields, National streamed, MonthTable of) {
            fields.compare("final", streamed.getFinal$(), true);
            fields.compare("restatements", streamed.getRestatements(), of.restatements());
            fields.compareTimes("as_of", streamed.getAsOf(), of.asOfMs());
            if (!isCurrent(fields, of.key(), of)) {
                return;
            }
            MonthTable.Entrant all = of.together();
            PlainFigures plain = PlainFigures.of(all.n(), all.sum(), all.sumOfSquares());
            fields.compare("measure", streamed.getMeasure(), of.of().compared());
            fields.compare("month", streamed.getMonth(), of.of().month());
            fields.compare("n", streamed.getN(), all.n());
            fields.compare("sum", streamed.getSum(), all.sum());
            fields.compare("sum_of_squares", streamed.getSumOfSquares(), all.sumOfSquares());
            fields.compare("score", streamed.getScore(), plain.score());
            fields.compareRounded("low", streamed.getLow(), plain.low());
            fields.compareRounded("high", streamed.getHigh(), plain.high());
            fields.compareClose("p0", streamed.getP0(), of.p0(), CLOSE);
            fields.compareClose("tau2", streamed.getTau2(), of.tauSquared(), CLOSE);
            fields.compareClose("answer_ratio", streamed.getAnswerRatio(), of.answerRatio(), CLOSE);
            Double correlation = of.correlation();
            if (correlation == null) {
                fields.compare("day_correlation", streamed.getDayCorrelation(), null);
            } else {
                fields.compareClose("day_correlation", streamed.getDayCorrelation(), correlation, CLOSE);
            }
            fields.compare("hospitals", streamed.getHospitals(), of.compared().size());
            fields.compare("below_minimum", streamed.getBelowMinimum(), of.belowMinimum());
            fields.compare("minimum", streamed.getMinimum(), minimum);
        }
    }

    /** Compares a hospital's place over all measures; the ends of its rank are drawn by chance, and only looked at. */
    final class Overall implements TopicComparison.Check<Standing, MonthTables.OverallPlace> {

        @Override
        public MonthTables.@Nullable OverallPlace find(String key) {
            return tables.overall().get(key);
        }

        @Override
        public void takenBack(MonthTables.OverallPlace place) {
            versions.noteTombstone(place.table(), place);
        }

        @Override
        public void compare(Fields fields, Standing streamed, MonthTables.OverallPlace place) {
            fields.compare("final", streamed.getFinal$(), true);
            fields.compare("restatements", streamed.getRestatements(), place.restatements());
            fields.compareTimes("as_of", streamed.getAsOf(), place.asOfMs());
            if (!isCurrent(fields, place.table(), place)) {
                return;
            }
            int last = place.rank() + place.tied() - 1;
            fields.compare("questionnaire", streamed.getQuestionnaire(), place.questionnaire());
            fields.compare("month", streamed.getMonth(), place.month());
            fields.compare("hospital", streamed.getHospital(), place.hospital());
            fields.compare("top", streamed.getTop(), place.top());
            fields.compare("bottom", streamed.getBottom(), place.bottom());
            fields.compare("net", streamed.getNet(), place.top() - place.bottom());
            fields.compare("measures", streamed.getMeasures(), place.measures());
            fields.compare("rank", streamed.getRank(), place.rank());
            fields.compare("tied", streamed.getTied(), place.tied());
            fields.compareWithin("rank_low", streamed.getRankLow(), 1, place.rank());
            fields.compareWithin("rank_high", streamed.getRankHigh(), last, place.hospitals());
            fields.compare("hospitals", streamed.getHospitals(), place.hospitals());
        }
    }
}
