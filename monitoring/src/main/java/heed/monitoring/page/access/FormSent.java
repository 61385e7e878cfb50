package heed.monitoring.page.access;

import heed.monitoring.access.SignedIn;
import heed.monitoring.web.OwnForm;
import heed.monitoring.web.ViewedModels;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form of ours sent, and of whose session it came.
 *
 * @param fields by name
 */
record FormSent(SignedIn who, Map<String, String> fields) {

    /** Returns nothing where it was another page that sent it, or nobody's session, and says so to whoever did. */
    static Optional<FormSent> of(Context ctx, ViewedModels models) {
        Optional<SignedIn> who = models.person(ctx).filter(each -> Seal.is(each.seal(), ctx));
        Optional<Map<String, String>> fields = fields(ctx);
        if (who.isEmpty() || fields.isEmpty()) {
            ctx.status(HttpStatus.FORBIDDEN);
            SignInRoutes.send(ctx, SignInPage.write(Leading.HOME, "", List.of(SignInPage.ELSEWHERE)));
            return Optional.empty();
        }
        return Optional.of(new FormSent(who.get(), fields.get()));
    }

    /** Returns what a form of ours sent; nothing where it was another. */
    static Optional<Map<String, String>> fields(Context ctx) {
        return OwnForm.anyFields(ctx);
    }

    /** Returns a field; nothing was typed where it is not there. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }
}
