package heed.bench.page;

import java.util.ArrayList;
import java.util.List;

/** Remembers when each response of one hospital was sent, so that a page that counts n of them dates what it shows. */
final class Canary {

    static final String CODE = "CANARY";

    private final List<Long> sentAt = new ArrayList<>();

    /** Notes that one more is being sent at this moment. */
    synchronized void sent() {
        sentAt.add(System.nanoTime());
    }

    /**
     * Returns how long ago, in ms, each of the responses after the first {@code before} and up to the {@code n}-th was
     * sent.
     */
    synchronized List<Double> ages(int before, int n) {
        long now = System.nanoTime();
        List<Double> ages = new ArrayList<>();
        for (int i = before; i < Math.min(n, sentAt.size()); i++) {
            ages.add((now - sentAt.get(i)) / 1e6);
        }
        return ages;
    }
}
