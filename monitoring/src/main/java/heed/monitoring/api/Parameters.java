package heed.monitoring.api;

import heed.monitoring.view.ChartRange;
import heed.schemas.flat.DaySpan;
import heed.schemas.name.NearestName;
import heed.schemas.theme.Theme;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is asked for after the question mark. A name that a route does not know is refused: it would change
 * nothing, unnoticed.
 */
final class Parameters {

    /** The parameter of every route that answers with a table: {@code json} or {@code csv}. */
    static final String FORMAT = "format";

    /** Parameter: what comments are about. */
    static final String THEME = "theme";

    private final Context ctx;

    private Parameters(Context ctx) {
        this.ctx = ctx;
    }

    /** How an answer is written. */
    enum Format {
        JSON,
        CSV
    }

    /** Refuses a request that asks for anything, to a route that can be asked for nothing. */
    static void none(Context ctx) {
        if (!ctx.queryParamMap().isEmpty()) {
            throw ProblemException.badRequest("This address knows no parameters.");
        }
    }

    /** Returns the parameters of a request for a table; {@code known} are those of its route beside the format. */
    static Parameters of(Context ctx, String... known) {
        List<String> all =
                Stream.concat(Stream.of(FORMAT), Arrays.stream(known)).toList();
        ctx.queryParamMap().keySet().stream()
                .filter(name -> !all.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.badRequest("There is no such parameter; the nearest is "
                            + NearestName.of(name, all) + ". This address knows " + String.join(", ", all) + ".");
                });
        return new Parameters(ctx);
    }

    /** Returns the parameters of a request for a list, of which an answer has a part; {@code known} as above. */
    static Parameters ofList(Context ctx, String... known) {
        return of(
                ctx,
                Stream.concat(Arrays.stream(known), Stream.of(ListPart.LIMIT, ListPart.AFTER))
                        .toArray(String[]::new));
    }

    static Format format(Context ctx) {
        String asked = ctx.queryParam(FORMAT);
        if (asked == null || asked.isEmpty()) {
            return Format.JSON;
        }
        return Arrays.stream(Format.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("format must be json or csv."));
    }

    /** Returns a value; null where it is not asked for, or for nothing. */
    @Nullable
    String text(String name) {
        String value = ctx.queryParam(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Returns a value that must be there. */
    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw ProblemException.badRequest(name + " must be given.");
        }
        return value;
    }

    /** Returns a value that is one of {@code known}; null where none is asked for. */
    @Nullable
    String oneOf(String name, String... known) {
        String value = text(name);
        if (value != null && !List.of(known).contains(value)) {
            throw ProblemException.badRequest(name + " must be one of " + String.join(", ", known) + ".");
        }
        return value;
    }

    /** Returns the days that {@code from} and {@code to} name, which are parameters of the route. */
    DaySpan span() {
        try {
            return DaySpan.of(Optional.ofNullable(text("from")), Optional.ofNullable(text("to")));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the theme that {@code theme} names, which is a parameter of the route; nothing where none is asked for.
     */
    Optional<Theme> theme() {
        return Optional.ofNullable(text(THEME)).map(code -> Theme.of(code)
                .orElseThrow(() -> ProblemException.badRequest("There is no such theme; there are "
                        + Stream.of(Theme.values()).map(Theme::code).collect(Collectors.joining(", ")) + ".")));
    }

    /** Returns the days that are asked for, from {@code from} to {@code to} as those of the pages' charts. */
    ChartRange range(LocalDate today) {
        ChartRange.Asked asked = ChartRange.of(text("from"), text("to"), today);
        asked.problem().ifPresent(problem -> {
            throw ProblemException.badRequest(problem);
        });
        return asked.range();
    }

    /** Returns a whole number from 1 to {@code most}; {@code usual} where none is asked for. */
    int number(String name, int usual, int most) {
        String value = text(name);
        if (value == null) {
            return usual;
        }
        if (value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        throw ProblemException.badRequest(name + " must be a whole number from 1 to " + most + ".");
    }
}
