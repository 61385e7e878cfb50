package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import java.time.Instant;
import java.util.List;

/** Makes the rows of the delivery log, and their keys. */
final class DeliveryRows {

    private static final String DIGEST = "digest";

    private DeliveryRows() {}

    static String key(Delivery row) {
        if (row.getOutcome() == DeliveryOutcome.BEGAN) {
            return row.getRoute();
        }
        return row.getAbout() == null
                ? row.getRoute() + "|" + DIGEST + "|" + row.getMessageId()
                : row.getRoute() + "|" + row.getAbout() + "|" + (row.getState() == null ? "" : row.getState());
    }

    static Delivery of(Message message, DeliveryOutcome outcome, int attempts, Instant now) {
        boolean single = message.notices().size() == 1;
        return Delivery.newBuilder()
                .setRoute(message.route())
                .setAbout(single ? message.first().about() : null)
                .setState(single ? message.first().state() : null)
                .setOutcome(outcome)
                .setMessageId(message.id())
                .setTold(message.notices().stream().map(Notice::key).toList())
                .setAttempts(attempts)
                .setAsOf(message.asOf())
                .setAt(now)
                .build();
    }

    static Delivery history(String route, String about, Instant asOf, Instant now) {
        return Delivery.newBuilder()
                .setRoute(route)
                .setAbout(about)
                .setOutcome(DeliveryOutcome.HISTORY)
                .setTold(List.of())
                .setAsOf(asOf)
                .setAt(now)
                .build();
    }

    static Delivery began(String route, String scope, Instant now) {
        return Delivery.newBuilder()
                .setRoute(route)
                .setOutcome(DeliveryOutcome.BEGAN)
                .setTold(List.of())
                .setScope(scope)
                .setAt(now)
                .build();
    }
}
