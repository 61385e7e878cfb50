package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionnairesCommandTest {

    private static final String MEALS =
            """
            # ours
            id: meals-1
            title: Meals
            questions:
              taste:
                text: Was the food good?
                answers: {yes: Yes, no: No}
            measures:
              taste:
                title: The food was good
                question: taste
                watch: none
                points: {yes: 10000, no: 0}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void listsWhatHeedWouldStartWithAndWhereItIsFrom() throws IOException {
        // Given
        Path meals = Files.writeString(directory.resolve("meals.yaml"), MEALS);

        // When
        int code = run("questionnaires", "list", "--set", "questionnaires=" + directory);

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "fft-2020           Friends and Family Test, 1 question, 2 measures (comes with Heed)",
                        "experience-1       Experience of care, 5 questions, 5 measures (comes with Heed)",
                        "ncpes-2018         National Cancer Patient Experience Survey 2018, 52 questions, 52 measures"
                                + " (comes with Heed)",
                        "hcahps             HCAHPS, 22 questions, 38 measures (comes with Heed)",
                        "fft-services-2020  Friends and Family Test of other services, 11 questions, 22 measures (comes"
                                + " with Heed)",
                        "fft-2013           Friends and Family Test until March 2020, 12 questions, 24 measures (comes"
                                + " with Heed)",
                        "meals-1            Meals, 1 question, 1 measure (" + meals + ")");
    }

    @Test
    void sumsUpAValidFile() throws IOException {
        // Given
        Path meals = Files.writeString(directory.resolve("meals.yaml"), MEALS);

        // When
        int code = run("questionnaires", "check", meals.toString());

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        meals + ": valid. Meals (meals-1): 1 question, 1 measure.",
                        "  Nothing is watched: no drop will ever be reported.");
    }

    @Test
    void namesEveryProblemOfEveryFileAndExitsWithOne() throws IOException {
        // Given
        Path wrong = Files.writeString(
                directory.resolve("wrong.yaml"),
                MEALS.replace("no: 0", "no: 10000").replace("Meals", ""));
        Path taken = Files.writeString(directory.resolve("taken.yaml"), MEALS.replace("meals-1", "hcahps"));

        // When
        int code = run("questionnaires", "check", wrong.toString(), taken.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        wrong + ":3: the file: 'title' must be a text",
                        wrong + ":13: measures.taste gives every answer that counts 10000 points, so its score would"
                                + " always be the same; let two answers differ",
                        taken + ":2: there is a questionnaire hcahps already, which comes with Heed; a changed"
                                + " questionnaire needs a new id, so that figures are never pooled",
                        "3 problem(s) found.");
    }

    @Test
    void namesTheNearestWhereOneIsNotKnown() {
        // When
        int code = run("questionnaires", "show", "fft-2019");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err)
                .hasToString("heed: there is no questionnaire 'fft-2019'; the nearest is fft-2013, all are fft-2020,"
                        + " experience-1, ncpes-2018, hcahps, fft-services-2020, fft-2013" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "questionnaires list"})
    void aDirectoryWithAWrongFileRefusesTheStartWithTwoAndAllProblems(String command) throws IOException {
        // Given
        Path first = Files.writeString(directory.resolve("a.yaml"), "");
        Path second = Files.writeString(directory.resolve("b.yaml"), "id: b\n");
        String line = command + " --data " + directory.resolve("data") + " --set questionnaires=" + directory;

        // When
        int code = run(line.split(" "));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "heed: 4 problems with questionnaires:",
                        "  " + first + ":1: the file is empty",
                        "  " + second + ":1: the file lacks 'title'",
                        "  " + second + ":1: the file lacks 'questions'",
                        "  " + second + ":1: the file lacks 'measures'");
    }

    @Test
    void theDoctorNamesTheProblemsToo() throws IOException {
        // Given
        Path empty = Files.writeString(directory.resolve("a.yaml"), "");

        // When
        int code =
                run("doctor", "--data", directory.resolve("data").toString(), "--set", "questionnaires=" + directory);

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsSequence(
                        "problem  " + empty + ":1: the file is empty",
                        "         -> `heed questionnaires check FILE` says when it is mended");
    }

    @Test
    void aDirectoryThatIsNotThereRefusesTheStart() {
        // Given
        Path nowhere = directory.resolve("nowhere");

        // When
        int code = run("up", "--data", directory.resolve("data").toString(), "--set", "questionnaires=" + nowhere);

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err)
                .hasToString("heed: 1 problem with questionnaires:\n  " + nowhere + " does not exist; the setting"
                        + " questionnaires names a directory of *.yaml files, or is empty" + System.lineSeparator());
    }

    private int run(String... arguments) {
        CommandContext context = new CommandContext(
                Map.of(),
                Optional.empty(),
                Clock.systemUTC(),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return HeedCommand.commandLine(context).execute(arguments);
    }
}
