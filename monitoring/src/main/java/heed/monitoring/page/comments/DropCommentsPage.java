package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.CommentDays;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.sentence.CommentSentences;
import java.time.ZoneId;
import java.util.Optional;

/** Writes what patients wrote since a fall began, and in the four weeks before it. */
public final class DropCommentsPage implements Page {

    private final Names names;

    /** Takes what hospitals are called. */
    public DropCommentsPage(Names names) {
        this.names = names;
    }

    @Override
    public String path() {
        return "/drops/{id}/comments";
    }

    @Override
    public Right right() {
        return Right.COMMENTS;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return snapshot.part(Drops.class).named(request.path("id")).map(drop -> write(drop, request, snapshot));
    }

    /** Reading is kept account of, so the page does not come anew by itself. */
    private Layout.Content write(Drop drop, PageRequest request, Snapshot snapshot) {
        ZoneId zone = names.zone(drop.getHospital());
        CommentDays since = CommentDays.since(drop, names, snapshot);
        CommentDays before = CommentDays.before(drop, names);
        SeenComments seen = request.reader().comments().get();
        String place = names.place(drop.getHospital(), drop.getUnit());
        return new Layout.Content(
                        Layout.Section.DROPS,
                        "What people wrote about a drop: " + place,
                        Html.join(
                                new Crumbs()
                                        .link("/", "Overview")
                                        .link(Paths.hospital(drop.getHospital()), names.hospital(drop.getHospital()))
                                        .link(Paths.drop(drop), "Drop")
                                        .here("What people wrote"),
                                el("h1", "What people wrote"),
                                el("p", cls("sub"), place + " · " + names.measure(drop.getMeasure())),
                                el("p", CommentSentences.ABOVE.english()),
                                el("p", cls("welsh"), attr("lang", "cy"), CommentSentences.ABOVE.welsh()),
                                el("h2", "Since: " + since.said()),
                                CommentLists.of(since.of(drop, seen, snapshot, zone), zone),
                                el("h2", "Before: " + before.said()),
                                CommentLists.of(before.of(drop, seen, snapshot, zone), zone)))
                .still();
    }
}
