package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    @Test
    void saysHowOftenChanceDisturbsWhomByTheDefaults() {
        // When
        int code = run("budget", "--questionnaire", "experience-1", "--hospitals", "12", "--units", "8");

        // Then
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        """
                A hospital as a whole
                  measure                            days between    a year
                  experience-1.dignity                      2,920     0.125
                  experience-1.information                  2,920     0.125
                  experience-1.involvement                  2,920     0.125
                  experience-1.support                      2,920     0.125
                  experience-1.overall                        730     0.500
                  all together                                        1.000

                A ward or other unit
                  measure                            days between    a year
                  experience-1.dignity                      2,920     0.125
                  experience-1.information                  2,920     0.125
                  experience-1.involvement                  2,920     0.125
                  experience-1.support                      2,920     0.125
                  experience-1.overall                        730     0.500
                  all together                                        1.000

                Who is disturbed how often
                  Watching one unit you will be disturbed by chance alone about once a year, at most.
                  Watching one hospital as a whole you will be disturbed by chance alone about once a year, at most.
                  Watching one hospital with 8 units you will be disturbed by chance alone about 9 times a year, at most.
                  Watching 12 hospitals as wholes you will be disturbed by chance alone about 12 times a year, at most.
                  Watching 12 hospitals with 8 units each you will be disturbed by chance alone about 108 times a year (2.1 a week), at most.
                  Watching 12 hospitals for drops of audience PUBLISHED you will be disturbed by chance alone about 3.6 times a year, at most.
                  Beside drops, chance alone says of a hospital or unit that it has fallen silent about once a year, at most.
                  Rises are held to the same days as drops; they are shown, and disturb nobody.
                Simulation gave about half of that (docs/detection.md). Real drops come on top.
                """);
    }

    @Test
    void saysWhatToSetForAViewerOfTwoHundredHospitalsWhoWantsOneAMonth() {
        // When
        run("budget", "--questionnaire", "fft-2020", "--hospitals", "200", "--want", "1-per-month");

        // Then
        assertThat(out.toString())
                .endsWith(
                        """

                For 1 a month
                  A viewer who watches one unit: set watch.unit-false-alarm-days to 30.
                  A viewer who watches one hospital as a whole: set watch.false-alarm-days to 30.
                  A viewer who watches 200 hospitals: set watch.published-false-alarm-days to 6083.
                Longer times make alarms later.
                """);
    }

    @Test
    void saysWhereASettingCannotGiveWhatIsWantedAndWhereAnyWill() {
        // When
        run("budget", "--questionnaire", "experience-1", "--hospitals", "1000", "--want", "1-per-year");
        String rare = out.toString();
        out.getBuffer().setLength(0);
        run("budget", "--questionnaire", "fft-2020", "--want", "1-per-week");

        // Then
        assertThat(rare)
                .contains(
                        "  A viewer who watches one unit: set watch.unit-false-alarm-days to 730.\n",
                        "  A viewer who watches 1000 hospitals: not even 1000000, the most that"
                                + " watch.published-false-alarm-days takes, is enough; watch fewer measures.\n");
        assertThat(out.toString())
                .contains("  A viewer who watches one hospital as a whole: any watch.false-alarm-days will do.\n");
    }

    @Test
    void countsTheHospitalsOfTheFileEachByItsOwnDays() throws Exception {
        // Given
        Path file = Files.writeString(
                home.resolve("hospitals.csv"), "code,name,zone,false_alarm_days\nH1,One,,365\nH2,Two,,\n");

        // When
        run("budget", "--questionnaire", "fft-2020", "--set", "hospitals.file=" + file, "--hospital", "H1");

        // Then
        assertThat(out.toString())
                .contains("H1 as a whole\n", "  fft-2020.positive                           365     1.000\n")
                .contains("Watching 2 hospitals of the file as wholes you will be disturbed by chance alone about"
                        + " 1.5 times a year, at most.");
    }

    @Test
    void refusesAMeasureThatIsNotThereOrNotWatched() {
        // When
        int code = run("budget", "--set", "watch.measure-false-alarm-days=fft-2020.postive=365,fft-2020.negative=365");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        """
                heed: 2 problems with the settings:
                  watch.measure-false-alarm-days: fft-2020.negative is not watched, so it has no days; take it out
                  watch.measure-false-alarm-days: no such measure: fft-2020.postive; the nearest that is watched is fft-2020.positive
                """);
    }

    @Test
    void theDoctorNamesTheSameProblemsAndThoseOfTheHospitalsFile() throws Exception {
        // Given
        Path file = Files.writeString(home.resolve("hospitals.csv"), "code,name,zone,watchtime\nH1,One,,given\n");
        String data = home.resolve("data").toString();

        // When
        run("doctor", "--data", data, "--set", "watch.measure-false-alarm-days=fft-2020.postive=365");
        run("doctor", "--data", data, "--set", "hospitals.file=" + file);

        // Then
        assertThat(out.toString())
                .contains(
                        "problem  watch.measure-false-alarm-days: no such measure: fft-2020.postive; the nearest that")
                .contains("hospitals.csv:1: no such column: 'watchtime'; the nearest is watch_time");
    }

    private int run(String... arguments) {
        CommandContext context = new CommandContext(
                Map.of(),
                Optional.of(home),
                Clock.systemUTC(),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return HeedCommand.commandLine(context).execute(arguments);
    }
}
