package heed.app.command;

import heed.app.access.NotedAct;
import heed.app.erase.CompactionNow;
import heed.app.erase.Erasure;
import heed.connectors.KafkaRowWriter;
import heed.schemas.AuditKind;
import heed.schemas.key.CommentKey;
import heed.schemas.name.FeedbackHash;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.reader.CommittedValues;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases what a patient wrote. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases the comment of a response: no reader is given it any more. Says whether it is gone from the brokers'",
            "files too; once more says whether it is by now. Scores stay as they are."
        },
        footer = {
            "",
            "Examples:",
            "  heed erase 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "  heed erase 3f2504e0-4f89-41d3-9a0c-0305e82c3301 --now",
            "",
            "Needs a Heed that runs on the data directory, or the servers that it uses."
        })
final class EraseCommand implements Callable<Integer> {

    private static final int LIMIT_MS = 15_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final String LATER =
            "The brokers' files have it until they are compacted, within about two hours while"
                    + " comments come in. The same command again says whether it is gone.";

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Parameters(index = "0", paramLabel = "FEEDBACK_ID", description = "The response whose comment it is.")
    private UUID id;

    @Option(names = "--now", description = "Have the brokers compact the topic now, and wait until it is gone.")
    private boolean now;

    EraseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        TargetServers target = TargetServers.of(options.read(context), context);
        try (var records = new CommittedRecords(
                        CommittedConsumers.of(target.client()).get(), List.of(Topics.COMMENTS));
                var writer = KafkaRowWriter.connect(
                        Topics.COMMENTS,
                        target.client(),
                        target.serdes().of(Topics.COMMENTS).serializer());
                var labels = KafkaRowWriter.connect(
                        Topics.LABELS,
                        target.client(),
                        target.serdes().of(Topics.LABELS).serializer())) {
            // What a comment is about goes with it, whether or not anything runs that would see to it.
            var erasure = new Erasure(
                    id.toString(), key -> writer.remove(key).thenCompose(done -> labels.remove(key)), each -> {
                        records.seekToBeginning();
                        records.readToEnd(each);
                    });
            Set<String> labelled = labelled(target);
            erasure.also(labelled);
            Erasure.Left before = erasure.left();
            // Where there is nothing, too: what comes in meanwhile is erased by that.
            new NotedAct(target.audit(context), AuditKind.ERASED, FeedbackHash.of(id.toString()), null)
                    .run(erasure::writeTombstone);
            if (before == Erasure.Left.NOTHING) {
                context.out().println(nothing());
                if (!labelled.isEmpty()) {
                    context.out().println("What it was about was still known, and is erased.");
                }
                return 0;
            }
            requireErased(erasure);
            context.out().println("Erased: " + whose() + ". No reader is given it any more.");
            if (now) {
                compact(target, erasure);
            }
            return say(requireErased(erasure));
        }
    }

    /** Returns the keys of what is known of it: that may be kept for longer than the comment itself. */
    private Set<String> labelled(TargetServers target) {
        return new CommittedValues<>(Topics.LABELS, target.serdes(), CommittedConsumers.of(target.client()))
                .newest(key -> CommentKey.isOf(id.toString(), key))
                .keySet();
    }

    private void awaitNothingLeft(Erasure erasure, CountDownLatch stop) throws InterruptedException {
        Instant until = context.clock().instant().plus(PATIENCE);
        while (erasure.left() != Erasure.Left.NOTHING
                && context.clock().instant().isBefore(until)
                && !stop.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
            erasure.writeTombstone();
        }
    }

    /** Stopped before it is gone, too, it leaves the topic as it is declared. */
    private void compact(TargetServers target, Erasure erasure) throws InterruptedException {
        try (var stopper = new Stopper(context.err());
                Admin admin = target.admin(LIMIT_MS)) {
            CompactionNow compaction = CompactionNow.begin(admin);
            try {
                awaitNothingLeft(erasure, stopper.asked());
            } finally {
                compaction.close();
            }
        } catch (ExecutionException e) {
            // Not as the cause, for which a sentence would be said that knows nothing of what was done.
            var failure = new IllegalStateException("the topic can't be compacted now: "
                    + Objects.requireNonNull(e.getCause(), "a failed future says why")
                            .getMessage()
                    + " --now needs ALTER_CONFIGS on " + Topics.COMMENTS.name() + ". " + LATER);
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private Erasure.Left requireErased(Erasure erasure) {
        Erasure.Left left = erasure.left();
        if (left == Erasure.Left.ALL) {
            throw new IllegalStateException(whose() + " was written again meanwhile; erase it at its sender first");
        }
        return left;
    }

    private int say(Erasure.Left left) {
        if (left == Erasure.Left.NOTHING) {
            context.out().println("Confirmed: it is gone from the brokers' files too.");
            return 0;
        }
        context.out().println("Not yet confirmed. " + LATER + (now ? "" : " --now does not wait for that."));
        return now ? 1 : 0;
    }

    private String nothing() {
        return "There is nothing of " + whose() + ", in the brokers' files neither.";
    }

    private String whose() {
        return "the comment of " + id;
    }
}
