package heed.app.acceptance;

import heed.app.server.Servers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code heed recount} said: the oracle of the tests, as a user runs it. */
public record Recounted(int exitCode, List<String> lines) {

    /** Recounts what lies on {@code servers} with {@code options} on top. */
    public static Recounted of(Path data, Servers servers, String... options) throws InterruptedException {
        return of(Map.of(), data, servers, options);
    }

    /** Recounts with the settings that the pipeline had from {@code environment}. */
    public static Recounted of(Map<String, String> environment, Path data, Servers servers, String... options)
            throws InterruptedException {
        String[] command =
                Stream.concat(Stream.of("recount"), Arrays.stream(options)).toArray(String[]::new);
        try (HeedProcess recount = HeedProcess.start(environment, servers, data, command)) {
            int exitCode = recount.awaitExit();
            return new Recounted(exitCode, List.copyOf(recount.lines()));
        }
    }

    /** Returns the number on the line {@code what}; of scores where it has one for each topic. */
    public long count(String what) {
        return number("(?m)^  " + what + " +(\\d+)\\b", what);
    }

    /** Returns the number of rows of a topic, named as recount does, on the line {@code what}. */
    public long count(String what, String rows) {
        return number("(?m)^  " + what + " .*\\b(\\d+) " + rows + "\\b", what + " of " + rows);
    }

    private long number(String pattern, String what) {
        Matcher matcher = Pattern.compile(pattern).matcher(text());
        if (!matcher.find()) {
            throw new AssertionError("no count of " + what + " in:\n" + text());
        }
        return Long.parseLong(matcher.group(1));
    }

    public List<String> differences() {
        return lines.stream().filter(line -> line.startsWith("difference  ")).toList();
    }

    public String text() {
        return String.join("\n", lines);
    }
}
