package heed.monitoring.page.league;

import static heed.monitoring.LeagueFixture.aLeague;

import heed.monitoring.LeagueFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.hospital.HospitalPage;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Drop;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/** Writes the pages that compare hospitals over a read model that a test writes to. */
public final class ComparePages {

    public static final String POSITIVE = "fft-2020.positive";
    public static final String NEGATIVE = "fft-2020.negative";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    public final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    public final Names names = new Names(
            HospitalDirectory.of(List.of(new Hospital("H1", "Saint <i>Co", LONDON)), LONDON), Questionnaires.shipped());

    /** Ten hospitals around 90%, one far above and one far below. */
    public static LeagueFixture outliers(String measure) {
        LeagueFixture league =
                aLeague(measure, "2026-03").tau2(0).row("HIGH", 990, 1000).row("LOW", 780, 1000);
        for (int at = 1; at <= 10; at++) {
            league.row("H" + at, 895 + at, 1000);
        }
        return league;
    }

    /** Returns the page of a measure as it is shown first. */
    Parsed league(String measure) {
        return Asked.parsed(new LeaguePage(names)
                .write(leagues().first(measure).orElseThrow(), leagues(), model.snapshot())
                .body());
    }

    Parsed index() {
        return Asked.parsed(new LeaguesPage(names).write(leagues()).body());
    }

    Parsed overall() {
        var months = leagues().questionnaires().get("experience-1");
        return Asked.parsed(new OverallPage(names)
                .write(Leagues.first(months).orElseThrow(), leagues(), model.snapshot())
                .body());
    }

    public Parsed hospital(String code) {
        model.publish();
        return Asked.of(new HospitalPage(names, SimulatedPipeline.running()), model.snapshot(), "/hospitals/" + code);
    }

    /** Returns the page of the hospital that a drop is of, once it is flagged. */
    public Parsed hospitalWith(Drop drop) {
        model.put(drop);
        return hospital(drop.getHospital());
    }

    private Leagues leagues() {
        model.publish();
        return model.snapshot().part(Leagues.class);
    }
}
