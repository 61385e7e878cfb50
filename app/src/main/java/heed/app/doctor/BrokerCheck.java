package heed.app.doctor;

import heed.app.settings.Component;
import heed.app.settings.ProcessingGuarantee;
import heed.app.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;

/** Looks at the brokers: reachable, able to do exactly-once as it must be, enough of them, and on time. */
public final class BrokerCheck {

    private static final String TRANSACTION_VERSION = "transaction.version";
    private static final int LEAST_TRANSACTION_VERSION = 2;
    private static final Duration MOST_SKEW = Duration.ofMinutes(1);

    private final Admin admin;
    private final String bootstrap;
    private final Settings.Pipeline pipeline;

    /** Creates a check of the brokers that {@code admin} is connected to. */
    public BrokerCheck(Admin admin, String bootstrap, Settings.Pipeline pipeline) {
        this.admin = admin;
        this.bootstrap = bootstrap;
        this.pipeline = pipeline;
    }

    /** Returns all findings; where the brokers can't be reached, only that. */
    List<Finding> run(Clock clock) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        int brokers;
        try {
            brokers = admin.describeCluster().nodes().get().size();
        } catch (ExecutionException e) {
            return List.of(unreachable(bootstrap, Objects.requireNonNull(e.getCause(), "a failed future says why")));
        }
        findings.add(Finding.ok("Kafka at " + bootstrap + " answers, with " + brokers + " broker(s)"));
        findings.add(transactions());
        findings.add(replication(brokers));
        skew(clock).ifPresent(findings::add);
        return findings;
    }

    /** Returns the words for brokers that don't answer. */
    public static Finding unreachable(String bootstrap, Throwable cause) {
        Optional<String> refused = KafkaRefusal.words(cause, Component.COMMANDS)
                .or(() -> KafkaRefusal.untilTokens(cause, Component.COMMANDS));
        if (refused.isPresent()) {
            return Finding.refusal("Kafka at " + bootstrap, refused.get());
        }
        return Finding.problem(
                "Kafka at " + bootstrap + " can't be reached: " + cause.getMessage(),
                "Start it, or set bootstrap to where it is; empty starts an embedded one");
    }

    /**
     * Looks whether the brokers have the transactions that exactly-once stands on; Heed does not start where they lack
     * them.
     *
     * <p>Before version 2 a transaction that was given up on can be ended by a late marker of its predecessor, and take
     * records of its successor with it.
     */
    public Finding transactions() throws InterruptedException {
        if (pipeline.guarantee() == ProcessingGuarantee.AT_LEAST_ONCE) {
            return Finding.ok("exactly-once is switched off, so the brokers' transactions do not matter");
        }
        try {
            FinalizedVersionRange range = admin.describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .get(TRANSACTION_VERSION);
            int version = range == null ? 0 : range.maxVersionLevel();
            return version >= LEAST_TRANSACTION_VERSION
                    ? Finding.ok(TRANSACTION_VERSION + " of the brokers is " + version)
                    : Finding.problem(
                            TRANSACTION_VERSION + " of the brokers at " + bootstrap + " is " + version
                                    + "; exactly-once needs " + LEAST_TRANSACTION_VERSION,
                            "Run: kafka-features.sh --bootstrap-server " + bootstrap + " upgrade --feature "
                                    + TRANSACTION_VERSION + "=" + LEAST_TRANSACTION_VERSION
                                    + ", or set pipeline.processing-guarantee to at_least_once");
        } catch (ExecutionException e) {
            return Finding.problem(
                    TRANSACTION_VERSION + " of the brokers can't be asked: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    "Allow this client to describe the cluster");
        }
    }

    private Finding replication(int brokers) {
        return pipeline.replication() <= brokers
                ? Finding.ok("replication of " + pipeline.replication() + " is possible")
                : Finding.problem(
                        "pipeline.replication is " + pipeline.replication() + ", but there are only " + brokers
                                + " broker(s)",
                        "Set pipeline.replication to at most " + brokers + ", or start more brokers");
    }

    /** The quorum's leader says when it last caught up with itself, which is its own now. */
    private Optional<Finding> skew(Clock clock) throws InterruptedException {
        try {
            Instant before = clock.instant();
            QuorumInfo quorum = admin.describeMetadataQuorum().quorumInfo().get();
            Instant after = clock.instant();
            OptionalLong brokerNow = quorum.voters().stream()
                    .filter(voter -> voter.replicaId() == quorum.leaderId())
                    .map(QuorumInfo.ReplicaState::lastCaughtUpTimestamp)
                    .findFirst()
                    .orElse(OptionalLong.empty());
            return brokerNow.isEmpty()
                    ? Optional.empty()
                    : Optional.of(judged(before, Instant.ofEpochMilli(brokerNow.getAsLong()), after));
        } catch (ExecutionException e) {
            return Optional.empty();
        }
    }

    private static Finding judged(Instant before, Instant broker, Instant after) {
        Duration skew = broker.isBefore(before)
                ? Duration.between(broker, before)
                : broker.isAfter(after) ? Duration.between(after, broker) : Duration.ZERO;
        return skew.compareTo(MOST_SKEW) <= 0
                ? Finding.ok("clocks here and at the broker differ by at most " + (skew.toSeconds() + 1) + " s")
                : Finding.problem(
                        "clocks here and at the broker differ by " + skew.toSeconds() + " s",
                        "Set both by NTP: responses dated over an hour ahead of their arrival are rejected");
    }
}
