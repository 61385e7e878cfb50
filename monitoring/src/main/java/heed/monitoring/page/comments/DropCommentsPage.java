package heed.monitoring.page.comments;

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
import heed.monitoring.view.KeptDays;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.ThemeShift;
import heed.schemas.Comment;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.CommentSentences;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what patients wrote since a fall began, and in the four weeks before it. */
public final class DropCommentsPage implements Page {

    private static final String THEME = "theme";

    private final Names names;
    private final Disclosure disclosure;

    /** Takes what hospitals are called, and how many have to write about something for it to be told. */
    public DropCommentsPage(Names names, Disclosure disclosure) {
        this.names = names;
        this.disclosure = disclosure;
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
        SeenComments seen = request.reader().comments().get();
        KeptDays now = CommentDays.since(drop, names, snapshot).of(drop, seen, snapshot, zone);
        KeptDays then = CommentDays.before(drop, names).of(drop, seen, snapshot, zone);
        var choice = new ThemeChoice(request.query(THEME), seen, disclosure);
        String page = Paths.comments(Paths.drop(drop));
        List<Comment> all =
                Stream.of(now, then).flatMap(days -> days.all().stream()).toList();
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
                                CommentLists.said(CommentSentences.ABOVE),
                                new MoreSince(now, then, disclosure)
                                        .list(ThemeShift.of(now.all(), then.all(), seen, disclosure), page),
                                choice.links(page, all),
                                choice.lists("Since: ", now, zone),
                                choice.lists("Before: ", then, zone)))
                .still();
    }
}
