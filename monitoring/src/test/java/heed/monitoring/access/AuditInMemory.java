package heed.monitoring.access;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.reader.Route;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Writes entries of an audit to where they are held, as their topic would. */
public final class AuditInMemory {

    private AuditInMemory() {}

    /** Has an entry held; what is held is shown once it is published. */
    public static void put(AuditTrail trail, AuditEntry entry) {
        trail.routes().forEach(route -> put(route, entry));
    }

    private static <V> void put(Route<V> route, SpecificRecord record) {
        route.put().take(route.topic().value().cast(record), Instant.EPOCH);
    }

    /** Returns an entry of a moment. */
    public static AuditEntry.Builder entry(AuditKind kind, String at) {
        return AuditEntry.newBuilder().setKind(kind).setAt(Instant.parse(at)).setTimes(1);
    }
}
