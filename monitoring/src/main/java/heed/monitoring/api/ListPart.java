package heed.monitoring.api;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the part of a list that one answer has, so that none grows with what there is. The next part begins after a row
 * that is named, not counted: a row that comes in front meanwhile shifts nothing.
 *
 * @param rows of this part
 * @param next address of the part after it; null at the end
 * @param <R> what a row is made from
 */
record ListPart<R>(List<R> rows, @Nullable String next) {

    /** Parameter: how many rows an answer has at most. */
    static final String LIMIT = "limit";
    /** Parameter: the row after which it begins. */
    static final String AFTER = "after";

    static final int MOST = 5_000;
    private static final int USUAL = 500;

    /**
     * Returns what is asked for of {@code all}. A file has everything where no limit is asked for, for people take it
     * as the whole.
     *
     * @param id what names a row among the others
     */
    static <R> ListPart<R> of(Context ctx, Parameters asked, List<R> all, Function<R, String> id) {
        int usual = Parameters.format(ctx) == Parameters.Format.CSV ? Integer.MAX_VALUE : USUAL;
        int limit = asked.number(LIMIT, usual, MOST);
        String after = asked.text(AFTER);
        int from = after == null ? 0 : behind(after, all, id);
        List<R> rows = all.subList(from, (int) Math.min(all.size(), (long) from + limit));
        boolean isLast = from + rows.size() == all.size();
        return new ListPart<>(rows, isLast ? null : address(ctx, id.apply(rows.get(rows.size() - 1))));
    }

    private static <R> int behind(String after, List<R> all, Function<R, String> id) {
        return IntStream.range(0, all.size())
                        .filter(each -> id.apply(all.get(each)).equals(after))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.badRequest(
                                "after names a row that the list does not have, or no longer: begin again without it."))
                + 1;
    }

    private static String address(Context ctx, String last) {
        Map<String, String> parameters = new LinkedHashMap<>();
        ctx.queryParamMap().forEach((name, values) -> parameters.put(name, values.get(0)));
        parameters.put(AFTER, last);
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", ctx.path() + "?", ""));
    }
}
