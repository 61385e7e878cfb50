package heed.monitoring.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers from where accounts' owners have signed in. Within bounds: the oldest is forgotten first. */
final class KnownClients {

    private static final int MOST = 20_000;

    private final Map<String, Boolean> known = new LinkedHashMap<>(16, .75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(String client, String name) {
        known.put(client + ' ' + name, true);
    }

    synchronized boolean has(Optional<String> client, String name) {
        return client.filter(each -> known.get(each + ' ' + name) != null).isPresent();
    }
}
