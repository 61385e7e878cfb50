package heed.monitoring.page;

import io.javalin.http.Context;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a page.
 *
 * @param path values of the parameters that stand in the page's address, by name
 * @param query values of those after the question mark, null where they are not given
 * @param cookies what the browser keeps for the page, null where it keeps nothing
 * @param reader who asks
 */
public record PageRequest(
        UnaryOperator<String> path, UnaryOperator<String> query, UnaryOperator<String> cookies, PageReader reader) {

    /** Returns what a reader asks by a request. */
    public static PageRequest of(Context ctx, PageReader reader) {
        return new PageRequest(ctx::pathParam, ctx::queryParam, ctx::cookie, reader);
    }

    /** Returns the value of a parameter that stands in the page's address. */
    public String path(String name) {
        return path.apply(name);
    }

    /** Returns what is asked after the question mark; null where it is not. */
    public @Nullable String query(String name) {
        return query.apply(name);
    }

    /** Returns what the browser keeps for the page; null where it keeps nothing. */
    public @Nullable String cookie(String name) {
        return cookies.apply(name);
    }
}
