package heed.app.demo;

import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.sentence.ChanceSentences;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Prints the scores of all hospitals in March 2026 and the drops of the story. */
final class Summary {

    private static final String MEASURE = "fft-2020.positive";
    private static final String MONTH = "2026-03";
    private static final double PERCENT = 100;
    private static final int WIDTH = 44;

    private final Results.Read results;
    private final HospitalDirectory hospitals;
    private final ZoneId zone;
    private final LocalDate end;

    Summary(Results.Read results, HospitalDirectory hospitals, ZoneId zone, LocalDate end) {
        this.results = results;
        this.hospitals = hospitals;
        this.zone = zone;
        this.end = end;
    }

    void print(PrintWriter out) {
        out.println();
        out.println("Scores: positive answers to the Friends and Family Test, March 2026");
        row(out, "hospital", "answers", "score", "95% range");
        results.scores().stream()
                .filter(score -> score.getMeasure().equals(MEASURE)
                        && score.getWindow() == Window.MONTH
                        && score.getUnit() == null
                        && score.getLabel().equals(MONTH))
                .sorted(Comparator.comparing(this::name))
                .forEach(score -> row(out, name(score), Long.toString(score.getN()), shown(score), range(score)));
        out.println();
        List<Drop> drops = results.drops().stream()
                .filter(drop -> drop.getUnit() == null)
                .sorted(Comparator.comparing(Drop::getOpenedAt))
                .toList();
        out.println("Drops of whole hospitals until " + end + " (of wards: "
                + (results.drops().size() - drops.size()) + " more)");
        drops.forEach(drop -> out.println("  " + sentence(drop)));
        out.println();
        out.println("Rejected records: " + results.rejected() + ". Scores written: "
                + results.scores().size() + ".");
    }

    private String sentence(Drop drop) {
        return String.format(
                Locale.ROOT,
                "%s: %s fell from %.0f%% to %.0f%% (%s), began about %s, %s %s, %s",
                hospitals.byCode(drop.getHospital()).name(),
                drop.getMeasure(),
                drop.getBaseline() * PERCENT,
                drop.getScore() * PERCENT,
                drop.getSeverity().name().toLowerCase(Locale.ROOT),
                day(drop.getSince()),
                ChanceSentences.beganInLearning(drop) ? "found when learning ended," : "flagged",
                day(drop.getOpenedAt()),
                until(drop));
    }

    private String until(Drop drop) {
        if (drop.getState() == DropState.RECOVERED) {
            return "recovered " + day(drop.getRecoveredAt());
        }
        return drop.getEasedAt() == null ? "still open" : "eased " + day(drop.getEasedAt()) + ", not back yet";
    }

    private String name(Score score) {
        return hospitals.byCode(score.getHospital()).name();
    }

    private static String shown(Score score) {
        if (score.getSuppressed()) {
            return "too few";
        }
        return score.getN() == 0 ? "none" : ScoreFigures.percentHalfUp(score.getSum(), score.getN()) + "%";
    }

    private static String range(Score score) {
        return score.getLow() == null
                ? ""
                : String.format(Locale.ROOT, "%.1f%% to %.1f%%", score.getLow() / PERCENT, score.getHigh() / PERCENT);
    }

    private String day(Instant instant) {
        return instant.atZone(zone).toLocalDate().toString();
    }

    private static void row(PrintWriter out, String name, String answers, String score, String range) {
        String shortened = name.length() <= WIDTH ? name : name.substring(0, WIDTH - 1) + ".";
        out.println(String.format(Locale.ROOT, "  %-" + WIDTH + "s %7s %8s  %s", shortened, answers, score, range));
    }
}
