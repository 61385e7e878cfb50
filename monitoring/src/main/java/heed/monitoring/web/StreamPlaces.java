package heed.monitoring.web;

import heed.schemas.http.ClientShares;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shares out the places of those who are kept up to date, as bodies are shared out that come in: a client has half of
 * them at most, and where none is left one of the client that has most gives way to a client that has fewer. So however
 * many clients take as many as they can, nobody is kept out who wants one.
 */
final class StreamPlaces {

    private final ClientShares shares;
    private final Consumer<Turn> turns;
    private final Map<String, Deque<Place>> held = new HashMap<>();
    private int open;

    /** Why somebody is not, or no longer, kept up to date. */
    enum Turn {
        /** The client has all that one may have. */
        SHARE,
        /** Nobody has more than this client would have. */
        FULL,
        /** Was ended, for a client that has fewer. */
        GAVE_WAY
    }

    /** Takes how many places there are, and who is told of each that was not to be had or had to be left. */
    StreamPlaces(int maximum, Consumer<Turn> turns) {
        this.shares = ClientShares.halfEach(maximum);
        this.turns = turns;
    }

    /** Returns a place for this thread, or nothing where {@code client} may have none, and then says why. */
    synchronized Optional<Place> take(String client, Consumer<Turn> refused) {
        if (!shares.take(client, 1)) {
            Optional<String> most = shares.holderOfMore(client, 1);
            if (most.isEmpty()) {
                Turn why = shares.isTaken(client) ? Turn.SHARE : Turn.FULL;
                turns.accept(why);
                refused.accept(why);
                return Optional.empty();
            }
            Objects.requireNonNull(held.get(most.get()), "who holds a share has a place")
                    .getFirst()
                    .giveWay();
            turns.accept(Turn.GAVE_WAY);
            return take(client, refused);
        }
        var place = new Place(client, Thread.currentThread());
        held.computeIfAbsent(client, each -> new ArrayDeque<>()).addLast(place);
        open++;
        return Optional.of(place);
    }

    /** Returns how many places are taken. */
    synchronized int open() {
        return open;
    }

    /** Ends everybody's turn. */
    synchronized void close() {
        held.values().stream().flatMap(Deque::stream).forEach(place -> place.holder.interrupt());
    }

    private void leave(Place place) {
        Deque<Place> ofClient = held.get(place.client);
        if (ofClient != null && ofClient.remove(place)) {
            shares.giveBack(place.client, 1);
            open--;
            if (ofClient.isEmpty()) {
                held.remove(place.client);
            }
        }
    }

    /** One browser's or program's place, held by the thread that tells it. */
    final class Place {

        private final String client;
        private final Thread holder;

        private Place(String client, Thread holder) {
            this.client = client;
            this.holder = holder;
        }

        /** Is called by whoever needs the place; whoever has left it already is not interrupted in something else. */
        private void giveWay() {
            leave(this);
            holder.interrupt();
        }

        /** Leaves it, where it is not taken already. */
        void close() {
            synchronized (StreamPlaces.this) {
                leave(this);
            }
        }
    }
}
