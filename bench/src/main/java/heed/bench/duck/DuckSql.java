package heed.bench.duck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Fills in the statements: what the rules say, and what is there once for each measure. */
final class DuckSql {

    /** What is repeated stands in brackets with a number sign; a colon after them makes a list of it. */
    private static final Pattern REPEATED = Pattern.compile("\\[([^\\[\\]]*#[^\\[\\]]*)](:?)");

    private final DuckRules rules;
    private final int measures;

    DuckSql(DuckRules rules, int measures) {
        this.rules = rules;
        this.measures = measures;
    }

    /** Returns the statements that make the tables which are filled. */
    String tables() {
        return fill(
                """
                create table feedback (position bigint, id uuid, revision integer, withdrawn boolean, hospital varchar,
                  unit varchar, given_at bigint, arrived_at bigint[, p# integer]);
                create table said (position bigint, hospital varchar, unit varchar, measure bigint, kind integer,
                  start bigint, ends bigint, n bigint, sum bigint, sum_of_squares bigint, score integer, low integer,
                  high integer, suppressed boolean, minimum integer, final boolean, as_of bigint, restatements bigint,
                  audience integer, days_n bigint, days_n_squared bigint, days_sum_squared bigint)
                """);
    }

    /** Returns the statements that count. */
    String count() {
        return fill(resource("count.sql"));
    }

    /** Returns the statement that compares. */
    String compare() {
        return fill(resource("compare.sql"));
    }

    private String fill(String sql) {
        String each = REPEATED.matcher(sql).replaceAll(found -> {
            String part = found.group(1);
            boolean isList = !found.group(2).isEmpty();
            String all = IntStream.range(0, measures)
                    .mapToObj(measure -> part.replace("#", Integer.toString(measure)))
                    .collect(Collectors.joining(isList ? ", " : ""));
            return isList ? "[" + all + "]" : all;
        });
        return each.replace("{zone}", rules.zone().getId())
                .replace("{lateness}", Long.toString(rules.lateness().toMillis()))
                .replace("{internal}", Integer.toString(rules.minimums().internal()))
                .replace("{published}", Integer.toString(rules.minimums().published()));
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(
                DuckSql.class.getResourceAsStream("/heed/bench/duck/" + name),
                "the statements come with the program")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }
}
