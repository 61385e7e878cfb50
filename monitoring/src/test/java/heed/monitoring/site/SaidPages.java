package heed.monitoring.site;

import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.WatchFixture.aBaseline;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.drop.DropPage;
import heed.monitoring.page.hospital.HospitalPage;
import heed.monitoring.page.overview.OverviewPage;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Drop;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;

/** The overview, a hospital and a drop as they are made of what a test has come in and of how the pipeline stands. */
final class SaidPages {

    final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    final SimulatedPipeline pipeline = new SimulatedPipeline();
    final Names names = new Names(HospitalDirectory.empty(), Questionnaires.shipped());

    Parsed overview() {
        model.publish();
        return PagesTest.withoutForms(Asked.of(new OverviewPage(names, pipeline.sources()), model.snapshot(), "/"));
    }

    Parsed welshOverview() {
        model.publish();
        return PagesTest.withoutForms(Asked.welsh(new OverviewPage(names, pipeline.sources()), model.snapshot(), "/"));
    }

    Parsed welsh(Drop drop) {
        model.put(drop);
        model.publish();
        return Asked.welsh(new DropPage(names, pipeline.sources(), 10), model.snapshot(), "/drops/" + drop.getDropId());
    }

    Parsed hospital() {
        model.publish();
        return Asked.of(
                new HospitalPage(names, pipeline.sources()),
                model.snapshot(),
                "/hospitals/H1?measure=fft-2020.positive");
    }

    Parsed drop(Drop drop) {
        model.put(drop);
        model.publish();
        return Asked.of(new DropPage(names, pipeline.sources(), 10), model.snapshot(), "/drops/" + drop.getDropId());
    }

    /** Has hospitals report on 1 March, and be watched. */
    void report(long positive, long n, String... hospitals) {
        for (String hospital : hospitals) {
            model.put(aDay("2026-03-01").at(hospital).positive(positive, n));
            model.put(aBaseline(
                    new SeriesKey(hospital, null, "fft-2020.positive"), Instant.parse("2026-01-10T10:00:00Z"), .91));
        }
    }
}
