package heed.schemas.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Shares out what a server has so much of, such as memory for bodies, so that no client takes all of it. Who a client
 * is says {@link ClientAddress}.
 */
public final class ClientShares {

    private final long all;
    private final long ofClient;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenByAll;

    /** Shares out {@code all}, at most {@code ofClient} of it to any one client. */
    public ClientShares(long all, long ofClient) {
        this.all = all;
        this.ofClient = ofClient;
    }

    /** Shares out {@code all}, at most half of it, and one at least, to any one client. */
    public static ClientShares halfEach(long all) {
        return new ClientShares(all, Math.max(1, all / 2));
    }

    /** Takes so much for a client, or nothing where there is not so much left for it. */
    public synchronized boolean take(String client, long amount) {
        long ofThis = taken.getOrDefault(client, 0L);
        if (takenByAll + amount > all || ofThis + amount > ofClient) {
            return false;
        }
        taken.put(client, ofThis + amount);
        takenByAll += amount;
        return true;
    }

    /** Gives back what a client took. */
    public synchronized void giveBack(String client, long amount) {
        takenByAll -= amount;
        taken.computeIfPresent(client, (code, held) -> held > amount ? Long.valueOf(held - amount) : null);
    }

    /** Returns who holds most, where that is more than {@code client} would hold with so much in addition. */
    public synchronized Optional<String> holderOfMore(String client, long amount) {
        long wanted = taken.getOrDefault(client, 0L) + amount;
        return taken.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() > wanted)
                .map(Map.Entry::getKey);
    }

    /** Tells whether a client holds all that one may. */
    public synchronized boolean isTaken(String client) {
        return taken.getOrDefault(client, 0L) >= ofClient;
    }

    /** Returns how many clients hold something. */
    synchronized int clients() {
        return taken.size();
    }
}
