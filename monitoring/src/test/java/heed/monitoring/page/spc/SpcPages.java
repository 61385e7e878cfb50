package heed.monitoring.page.spc;

import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aWeek;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.spc.SpcQuery;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the page of a hospital whose name is markup, of the weeks and months that a test puts. */
final class SpcPages {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final HospitalDirectory HOSPITALS =
            HospitalDirectory.of(List.of(new Hospital("H1", "Saint <b>", LONDON)), LONDON);

    static final SpcQuery ALL = new SpcQuery(null, null, null, null);

    final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    /** Puts weeks of 100 answers that swing between 89 and 91 good ones; the last of them ends on 2 March 2026. */
    void calmWeeks(int weeks) {
        calmWeeks("fft-2020.positive", weeks);
    }

    void calmWeeks(String measure, int weeks) {
        for (int back = weeks; back >= 1; back--) {
            model.put(aWeek(MONDAY.minusWeeks(back)).measure(measure).positive(89 + back % 2 * 2, 100));
        }
        model.put(aDay(MONDAY).measure(measure).positive(90, 100));
    }

    Parsed page() {
        return page(ALL, Questionnaires.shipped());
    }

    Parsed page(SpcQuery query, Questionnaires questionnaires) {
        return page("H1", query, questionnaires);
    }

    Parsed page(String hospital, SpcQuery query, Questionnaires questionnaires) {
        String address = Stream.of(
                        parameter("unit", query.unit()),
                        parameter("measure", query.measure()),
                        parameter("per", query.per()),
                        parameter("limits", query.limits()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("&", "?", ""));
        return asked("/hospitals/" + hospital + "/spc" + (address.equals("?") ? "" : address), questionnaires);
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + Paths.encode(value);
    }

    /** Returns the page at an address of the hospital's. */
    Parsed asked(String address) {
        return asked(address, Questionnaires.shipped());
    }

    private Parsed asked(String address, Questionnaires questionnaires) {
        model.publish();
        return Asked.of(new SpcPage(new Names(HOSPITALS, questionnaires)), model.snapshot(), address);
    }
}
