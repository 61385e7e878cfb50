package heed.connectors.theme.weeks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Finds the same rise in whatever it is given. */
class AlwaysRisen implements ShareWatch {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    @Override
    public Optional<ShareRise> newest(List<WeekShare> weeks) {
        return Optional.of(
                new ShareRise(MONDAY, MONDAY, null, MONDAY, new ShareRise.Figures(.1, .2, .6, .5, 50, 1, 40), 3));
    }

    @Override
    public double falseAlarmDays() {
        return 4380;
    }

    @Override
    public String version() {
        return "watch-2";
    }
}
