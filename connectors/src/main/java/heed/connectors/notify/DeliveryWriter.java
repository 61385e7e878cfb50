package heed.connectors.notify;

import heed.schemas.Delivery;
import java.util.concurrent.CompletionStage;

/** Writes the delivery log. The stage completes normally once every in-sync replica has the row, and always. */
@FunctionalInterface
public interface DeliveryWriter {

    /** Writes a row. */
    CompletionStage<Void> put(String key, Delivery row);
}
