package heed.monitoring.page;

import heed.monitoring.readmodel.ViewedModel;
import heed.schemas.access.Right;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;

/** Takes what people send from a page to the page's own address. */
public interface Form {

    /** Returns the address of the page. */
    String path();

    /** Returns the right without which nothing is taken. */
    Right right();

    /**
     * Takes what {@code reader} sent from a page of their own. Returns a page that stands still; nothing where the
     * answer is its status, or another address.
     */
    Optional<Layout.Content> take(Context sent, ViewedModel model, PageReader reader)
            throws IOException, InterruptedException;
}
