package heed.app.command;

import heed.connectors.KafkaRowWriter;
import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.Unsubscribed;
import heed.schemas.Unsubscription;
import heed.schemas.name.NearestName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Says who is told of changes, by what the file of routes has and who has stopped its mails. */
final class Subscribers {

    private final List<NoticeRoute> routes;
    private final Map<String, Unsubscription> stopped;

    /** Takes the routes, and whose mails were stopped by what they are known by. */
    Subscribers(List<NoticeRoute> routes, Map<String, Unsubscription> stopped) {
        this.routes = List.copyOf(routes);
        this.stopped = Map.copyOf(stopped);
    }

    /** Returns a line for each route, and below it one for each address. */
    List<String> lines() {
        return routes.stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.name() + "  " + route.receiver().where()),
                        route.receiver().addresses().stream().map(address -> line(route, address))))
                .toList();
    }

    private String line(NoticeRoute route, String address) {
        Unsubscription row = stopped.get(Unsubscribed.id(route.name(), address));
        return "  " + address + "  " + (row == null ? "gets mails" : "stopped them at " + row.getAt());
    }

    /**
     * Returns what the mails to an address, which were stopped, are known by.
     *
     * @throws IllegalStateException where there is no such address, or its mails were not stopped
     */
    String stoppedId(String route, String address) {
        NoticeRoute found = named(routes, route);
        String id = Unsubscribed.id(route, address);
        if (!stopped.containsKey(id)) {
            throw new IllegalStateException(
                    found.receiver().addresses().stream().anyMatch(address::equalsIgnoreCase)
                            ? "its mails were not stopped: the route " + route + " sends them"
                            : "the route " + route + " has no such address; `heed notify list` says which it has");
        }
        return id;
    }

    /** Has mails sent again, and waits until the brokers have it. */
    static void resume(String id, KafkaRowWriter<Unsubscription> writer) throws InterruptedException {
        try {
            writer.remove(id).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("it could not be written: " + e.getCause(), e);
        }
    }

    /** Returns the route of that name. */
    static NoticeRoute named(List<NoticeRoute> routes, String name) {
        return routes.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no route '" + name + "'; the nearest is "
                        + NearestName.of(
                                name, routes.stream().map(NoticeRoute::name).toList())));
    }
}
