package heed.monitoring.access;

import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.access.Secret;
import heed.schemas.name.Codes;
import heed.schemas.program.Programs;
import heed.schemas.record.RecordCopy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Changes which programs may send and read, the same way for page and command.
 *
 * <p>What can't be done so is an {@link IllegalArgumentException} whose message says why.
 */
public final class KeyDesk {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,35}");
    /** One in use, and one that takes its place. */
    private static final int GOOD_AT_ONCE = 2;

    private static final int SHOWN = 4;
    private static final int MOST_PER_MINUTE = 100_000;

    private final KeyStore store;
    private final SecureRandom random;
    private final Clock clock;

    /** Takes which keys there are, where they come from, and the wall clock. */
    public KeyDesk(KeyStore store, SecureRandom random, Clock clock) {
        this.store = store;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What a key shall be good for.
     *
     * @param name program that it is for
     * @param hospitals those that it is good for; empty for all of them
     * @param lasts how long it is good; empty where it does not end by itself
     */
    public record Wanted(
            String name, KeyPurpose purpose, List<String> hospitals, int perMinute, Optional<Duration> lasts) {}

    /** Returns all keys there have been, by name, the newest of each last. */
    public List<ProgramKey> all() {
        return inOrder(store.all());
    }

    /** Returns keys by name, the newest of each last. */
    public static List<ProgramKey> inOrder(Collection<ProgramKey> keys) {
        return keys.stream()
                .sorted(Comparator.comparing(ProgramKey::getName).thenComparing(ProgramKey::getCreatedAt))
                .toList();
    }

    /** Tells whether a key is good for anything now. */
    public boolean isGood(ProgramKey key) {
        return Programs.isGood(key, clock.instant());
    }

    /**
     * Adds a key and returns it: it is known nowhere else.
     *
     * @param by who adds it
     * @throws IllegalArgumentException where it can't be added so, in words
     */
    public synchronized String add(Wanted wanted, String by) throws Sessions.NotKeptException, InterruptedException {
        require(wanted);
        String key = unlikeOthers(Programs.beginning(wanted.purpose()));
        Instant now = now();
        store.write(ProgramKey.newBuilder()
                .setKeyId(Secret.digest(key))
                .setBeginning(shown(key, wanted.purpose()))
                .setName(wanted.name())
                .setPurpose(wanted.purpose())
                .setHospitals(wanted.hospitals().stream().distinct().sorted().toList())
                .setPerMinute(wanted.perMinute())
                .setCreatedAt(now)
                .setCreatedBy(by)
                .setExpiresAt(wanted.lasts().map(now::plus).orElse(null))
                .build());
        return key;
    }

    private static String shown(String key, KeyPurpose purpose) {
        return key.substring(0, Programs.beginning(purpose).length() + SHOWN);
    }

    /** Two keys that begin alike could not be told apart where only beginnings are shown. */
    private String unlikeOthers(String beginning) {
        String key = beginning + Secret.random(random);
        String shown = key.substring(0, beginning.length() + SHOWN);
        boolean taken =
                store.all().stream().anyMatch(other -> other.getBeginning().equals(shown));
        return taken ? unlikeOthers(beginning) : key;
    }

    private void require(Wanted wanted) {
        if (!NAME.matcher(wanted.name()).matches()) {
            throw new IllegalArgumentException("\"" + wanted.name()
                    + "\" is no name of a program: 1 to 36 small letters, digits, dots, hyphens or underscores");
        }
        wanted.hospitals().stream()
                .filter(code -> !Codes.isCode(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("\"" + code + "\" is no code of a hospital");
                });
        if (wanted.purpose() == KeyPurpose.METRICS && !wanted.hospitals().isEmpty()) {
            throw new IllegalArgumentException("metrics are of the whole installation: name no hospital");
        }
        if (wanted.perMinute() < 1 || wanted.perMinute() > MOST_PER_MINUTE) {
            throw new IllegalArgumentException("requests a minute must be 1 to " + MOST_PER_MINUTE);
        }
        if (wanted.lasts().filter(Duration::isNegative).isPresent()
                || wanted.lasts().filter(Duration::isZero).isPresent()) {
            throw new IllegalArgumentException("a key is good for 1 day or more");
        }
        requireRoom(wanted);
    }

    private void requireRoom(Wanted wanted) {
        List<ProgramKey> good = store.all().stream()
                .filter(key -> key.getName().equals(wanted.name()) && isGood(key))
                .toList();
        if (good.stream().anyMatch(key -> key.getPurpose() != wanted.purpose())) {
            throw new IllegalArgumentException(
                    "\"" + wanted.name() + "\" has a key for something else: one program is one name and one purpose");
        }
        if (good.size() >= GOOD_AT_ONCE) {
            throw new IllegalArgumentException(
                    "\"" + wanted.name() + "\" has two keys that are good already: revoke the older first");
        }
    }

    /**
     * Makes a key good for nothing, and returns it as it was.
     *
     * @param beginning how it begins, as lists have it
     * @throws IllegalArgumentException where there is none such, in words
     */
    public synchronized ProgramKey revoke(String beginning) throws Sessions.NotKeptException, InterruptedException {
        ProgramKey key = store.all().stream()
                .filter(each -> each.getBeginning().equals(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no key that is listed so"));
        if (key.getRevokedAt() == null) {
            store.write(RecordCopy.of(key, ProgramKey.newBuilder())
                    .setRevokedAt(now())
                    .build());
        }
        return key;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
