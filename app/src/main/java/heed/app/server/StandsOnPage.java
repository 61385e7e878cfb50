package heed.app.server;

import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.Stands;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.SharedFalls;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.figures.SharedFall;
import heed.schemas.sentence.OthersSentences;
import heed.schemas.sentence.StandSentences;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Says in messages of drops what the page says of them at that moment: how they stand, and whose fall it is. The
 * readers of a route are told what a viewer of its places is shown, and no more.
 *
 * <p>Nothing is said to readers outside the hospital, to whom no results of now are given, none by a page that is for
 * these, since it holds none, and none before the figures have been read.
 */
final class StandsOnPage implements Stands {

    private final ReadModel model;
    private final Names names;
    private final Supplier<Knowledge> known;

    StandsOnPage(ReadModel model, Names names, Supplier<Knowledge> known) {
        this.model = model;
        this.names = names;
        this.known = known;
    }

    @Override
    public Optional<Said> of(Drop drop, NoticeRoute route) {
        if (route.audience() != Audience.INTERNAL || model.disclosure().isByRelease()) {
            return Optional.empty();
        }
        var reader = Viewer.of(new Rights(Role.ANALYST, route.scope().places()));
        Snapshot snapshot = model.seenBy(reader).snapshot();
        return snapshot.asOf() == null ? Optional.empty() : Optional.of(said(newest(drop, snapshot), snapshot));
    }

    /** A message may have waited, and the page may not have read yet what the notifier has. */
    private static Drop newest(Drop drop, Snapshot snapshot) {
        Drop shown = snapshot.part(Drops.class).byId().get(drop.getDropId());
        return shown != null && shown.getAsOf().isAfter(drop.getAsOf()) ? shown : drop;
    }

    private Said said(Drop drop, Snapshot snapshot) {
        ZoneId zone = names.zone(drop.getHospital());
        StandSentences stand = DropStand.of(drop, snapshot, names, known.get()).words();
        Optional<SharedFall> others = SharedFalls.of(drop, snapshot, zone);
        return new Said(
                stand.english(zone) + " " + OthersSentences.english(others),
                stand.welsh(zone) + " " + OthersSentences.welsh(others));
    }
}
