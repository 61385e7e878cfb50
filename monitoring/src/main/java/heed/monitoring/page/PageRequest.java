package heed.monitoring.page;

import heed.monitoring.readmodel.ViewedModel;
import heed.schemas.access.Right;
import io.javalin.http.Context;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a page.
 *
 * @param path values of the parameters that stand in the page's address, by name
 * @param query values of those after the question mark, null where they are not given
 * @param cookies what the browser keeps for the page, null where it keeps nothing
 * @param rights which rights the reader has
 */
public record PageRequest(
        UnaryOperator<String> path,
        UnaryOperator<String> query,
        UnaryOperator<String> cookies,
        Predicate<Right> rights) {

    /** Returns what a request of somebody who sees {@code model} asks. */
    public static PageRequest of(Context ctx, ViewedModel model) {
        return new PageRequest(ctx::pathParam, ctx::queryParam, ctx::cookie, model::may);
    }

    /** Tells whether the reader has a right at all. */
    public boolean may(Right right) {
        return rights.test(right);
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
