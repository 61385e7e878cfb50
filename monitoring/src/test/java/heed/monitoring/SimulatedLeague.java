package heed.monitoring;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;

import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Standing;
import heed.schemas.record.RecordCopy;
import java.util.List;
import java.util.Random;

/** Fills a read model with comparisons of invented hospitals. The same every time. */
public final class SimulatedLeague {

    static final List<String> MEASURES =
            List.of("experience-1.involvement", "experience-1.overall", "fft-2020.positive", "fft-2020.negative");

    private SimulatedLeague() {}

    /** Compares {@code hospitals} of them in three months; one is far below what is expected. */
    public static void fill(ReadModel model, int hospitals) {
        Random random = new Random(11);
        for (String month : List.of("2026-01", "2026-02", "2026-03")) {
            for (String measure : MEASURES) {
                LeagueFixture league = aLeague(measure, month).restated(2);
                if (!month.equals("2026-03")) {
                    league.done();
                }
                double level = measure.endsWith("negative") ? 0.06 : 0.9;
                for (int at = 0; at < hospitals; at++) {
                    long n = 30 + (long) (1100 * Math.pow(random.nextDouble(), 2));
                    double rate =
                            level + 0.02 * random.nextGaussian() - (at == 0 ? 0.12 * Math.signum(level - 0.5) : 0);
                    long positive = 0;
                    for (int answer = 0; answer < n; answer++) {
                        positive += random.nextDouble() < rate ? 1 : 0;
                    }
                    league.row(code(at), positive, n);
                }
                league.into(model);
            }
            for (int at = 0; at < hospitals; at++) {
                model.put(RecordCopy.of(
                                aStanding("experience-1", month, code(at), at + 1, hospitals), Standing.newBuilder())
                        .setFinal$(!month.equals("2026-03"))
                        .build());
            }
        }
        model.publish();
    }

    private static String code(int at) {
        return at < 10 ? Simulated.code(at) : "SIM-" + at;
    }
}
