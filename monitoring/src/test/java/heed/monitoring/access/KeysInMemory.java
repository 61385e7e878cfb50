package heed.monitoring.access;

import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Secret;
import heed.schemas.program.Programs;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps keys as their topic would, and has them known at once. */
public final class KeysInMemory implements KeyStore {

    public final Map<String, ProgramKey> all = new ConcurrentHashMap<>();
    public final Programs programs = new Programs(() -> all, Clock.systemUTC());

    /** Adds a key, and returns what a program sends with it. */
    public String[] add(String key, KeyPurpose purpose, int perMinute, String... hospitals) {
        ProgramKey row = ProgramKey.newBuilder()
                .setKeyId(Secret.digest(key))
                .setBeginning(key.substring(0, 9))
                .setName("report")
                .setPurpose(purpose)
                .setHospitals(List.of(hospitals))
                .setPerMinute(perMinute)
                .setCreatedAt(Instant.EPOCH)
                .setCreatedBy("ops")
                .build();
        all.put(row.getKeyId(), row);
        return new String[] {"Authorization", "Bearer " + key};
    }

    /** Returns what adds and revokes these. */
    public KeyDesk desk(Clock clock) {
        return new KeyDesk(this, new SecureRandom(), clock);
    }

    @Override
    public Collection<ProgramKey> all() {
        return all.values();
    }

    @Override
    public void write(ProgramKey key) {
        all.put(key.getKeyId(), key);
    }
}
