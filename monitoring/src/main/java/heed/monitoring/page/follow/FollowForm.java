package heed.monitoring.page.follow;

import heed.monitoring.page.FollowButton;
import heed.monitoring.page.Form;
import heed.monitoring.page.KeptPlaces;
import heed.monitoring.page.Layout;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.RefusedPage;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Paths;
import heed.monitoring.web.OwnForm;
import heed.schemas.access.Right;
import heed.schemas.key.PlaceKey;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Takes that somebody follows a place or no longer does, and sends the browser back to its page. */
public final class FollowForm implements Form {

    private static final RefusedPage REFUSED = new RefusedPage(Layout.Section.OVERVIEW, "/", "Back to the overview");

    @Override
    public String path() {
        return FollowButton.PATH;
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> take(Context sent, ViewedModel model, PageReader reader)
            throws IOException, InterruptedException {
        Map<String, String> fields;
        try {
            fields = OwnForm.fields(sent);
        } catch (OwnForm.RefusedException e) {
            return refused(sent, e.refusal().status(), e.refusal().words("that", "Open the page and send it again."));
        }
        String unit = fields.getOrDefault(FollowButton.UNIT, "");
        var place = new PlaceKey(fields.getOrDefault(FollowButton.HOSPITAL, ""), unit.isEmpty() ? null : unit);
        String wanted = fields.getOrDefault(FollowButton.WANTED, "");
        if (wanted.equals(FollowButton.NO)) {
            return kept(
                    sent,
                    KeptPlaces.of(sent).without(place),
                    Followed.isThere(place, model.snapshot()) ? Paths.place(place) : "/");
        }
        if (!wanted.equals(FollowButton.YES)) {
            return refused(
                    sent,
                    HttpStatus.BAD_REQUEST,
                    "This does not say what to follow. Use the button on a place's page.");
        }
        return follow(sent, model, place);
    }

    private static Optional<Layout.Content> follow(Context sent, ViewedModel model, PlaceKey place) {
        if (!Followed.isThere(place, model.snapshot())) {
            sent.status(HttpStatus.NOT_FOUND);
            return Optional.empty();
        }
        Followed followed = KeptPlaces.of(sent);
        if (followed.isFull() && !followed.has(place)) {
            return refused(
                    sent,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "You follow " + Followed.MOST
                            + " places, as many as can be kept. Stop following one of them first.");
        }
        return kept(sent, followed.with(place), Paths.place(place));
    }

    private static Optional<Layout.Content> kept(Context sent, Followed followed, String to) {
        KeptPlaces.keep(sent, followed);
        sent.header("Cache-Control", "no-store").redirect(to, HttpStatus.SEE_OTHER);
        return Optional.empty();
    }

    private static Optional<Layout.Content> refused(Context sent, HttpStatus status, String words) {
        sent.status(status);
        return Optional.of(REFUSED.write(words));
    }
}
