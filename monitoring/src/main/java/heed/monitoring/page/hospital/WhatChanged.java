package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.Timeline;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Line;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Unflagged;
import heed.monitoring.view.WatchWords;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.key.SeriesKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes what happened to a line of figures, what people did about it, and what had been before. */
final class WhatChanged {

    private static final int MOST_EARLIER = 5;

    private final Names names;
    private final Knowledge known;

    WhatChanged(Names names, Knowledge known) {
        this.names = names;
        this.known = known;
    }

    /**
     * Returns of the drops that are wanted the one that there is most to say of: the largest open one, else the newest
     * news.
     */
    static Optional<Drop> most(Snapshot snapshot, Predicate<Drop> wanted) {
        Drops drops = snapshot.part(Drops.class);
        List<Drop> lately = drops.recoveredSince(snapshot.now().minus(Condition.NEWS));
        return drops.latest().values().stream()
                .filter(wanted)
                .filter(drop -> drop.getState() == DropState.OPEN || lately.contains(drop))
                .min(Comparator.comparing(Drop::getState)
                        .thenComparing(Comparator.comparingDouble(Drop::getFall).reversed())
                        .thenComparing(Drop::getDropId));
    }

    /** Returns what happened to one line, and links to earlier drops of its hospital as far as they are wanted. */
    Html of(SeriesKey key, Snapshot snapshot, Predicate<Drop> wanted) {
        Optional<Drop> drop = snapshot.part(Drops.class).latest(key);
        List<Drop> earlier = snapshot.part(Drops.class).newestFirst(key.hospital()).stream()
                .filter(wanted)
                .filter(each -> drop.filter(each::equals).isEmpty())
                .limit(MOST_EARLIER)
                .toList();
        return el(
                "section",
                cls("panel"),
                el("h2", "What changed"),
                drop.map(each -> told(each, snapshot)).orElseGet(() -> none(key, snapshot)),
                new WatchWords(names)
                        .of(key, snapshot)
                        .map(words -> el("p", words))
                        .orElse(Html.NOTHING),
                Timeline.earlier(earlier, names));
    }

    private Html told(Drop drop, Snapshot snapshot) {
        return Html.join(
                Timeline.of(
                        DropStand.of(drop, snapshot, names, known),
                        snapshot.part(Actions.class).about(drop),
                        names),
                el("p", el("a", href(Paths.drop(drop)), "Open this drop")));
    }

    private Html none(SeriesKey key, Snapshot snapshot) {
        return el("p", Unflagged.said(Line.of(key, snapshot, names, known).condition()));
    }
}
