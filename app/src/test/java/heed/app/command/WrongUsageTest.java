package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Mistakes, and what helps whoever makes them. */
class WrongUsageTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            import nofile.csv            | there is no file nofile.csv. `heed import --help` says what it takes.
            import src                   | src is a directory: name a file in it, one at a time. `heed import --help` says what it takes.
            import pom.xml               | say what pom.xml is: --mapping MAPPING where a row is a response, --guess for a first mapping, --format FORMAT for published figures. `heed import --help` says what it takes.
            import pom.xml --guess --service ae | --service goes with --format fft-trusts alone. `heed import --help` says what it takes.
            import pom.xml --mappin m    | there is no option '--mappin'; did you mean --mapping?. `heed import --help` says what it takes.
            export themes --audience published | --audience published has no themes: what patients wrote about is for staff alone. `heed export --help` says what it takes.
            tail                         | Missing required parameter: 'TOPIC'. `heed tail --help` says what it takes.
            up --data                    | Missing required parameter for option '--data' (DIR). `heed up --help` says what it takes.
            up now                       | there is no place for 'now'. `heed up --help` says what it takes.
            fly                          | there is no command 'fly'. `heed help` lists the commands.
            rejected shw                 | there is no command 'shw'; did you mean show?. `heed rejected --help` says what it takes.
            """)
    void saysInOneLineWhatIsWrong(String arguments, String line) {
        // When
        int code = run(arguments.split(" "));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("heed: " + line.replace("?. ", "? "));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void listsTheCommandsToWhoeverNamesNone() {
        // When
        int code = run();

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: heed", "  demo ", "  completion ");
    }

    @Test
    void helpsWithACommand() {
        // When
        int code = run("help", "import");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Usage: heed import", "Examples:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "form-links", "--until-end", "--mapping"})
    void completesCommandsAndOptions(String word) {
        // When
        int code = run("completion");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).startsWith("#!/usr/bin/env bash").contains(word);
    }

    /** A percent sign by itself would have picocli complain on the terminal. */
    @Test
    void everyHelpIsAFormatOfItsOwn() {
        // When
        List<String> lines = heed().getSubcommands().values().stream()
                .map(each -> each.getCommandSpec().usageMessage())
                .flatMap(each -> Stream.of(each.description(), each.footer()))
                .flatMap(Stream::of)
                .toList();

        // Then
        assertThat(lines).hasSizeGreaterThan(100).allSatisfy(line -> assertThat(String.format(line))
                .isNotNull());
    }

    @Test
    void makesAManualPageOfEveryCommand() {
        // When
        int code = run("man");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith(".TH HEED 1")
                .contains(".SH NAME", ".SS heed tail", ".SS heed sink postgres", "\\-\\-until\\-end");
        assertThat(out.toString().lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|PP|nf|fi).*"));
    }

    private int run(String... arguments) {
        return heed().execute(arguments);
    }

    private CommandLine heed() {
        var context = new CommandContext(
                Map.of(),
                Optional.empty(),
                Clock.systemUTC(),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return HeedCommand.commandLine(context);
    }
}
