package heed.app.command;

import heed.app.tail.TailFormat;
import heed.app.tail.TopicTail;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints a topic's records as they come. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Prints committed records of a topic as they come, decoded, one JSON object a line.",
        footer = {
            "",
            "Examples:",
            "  heed tail drops --from-beginning",
            "  heed tail scores --hospital SIM-ASHCOMBE | jq -r 'select(.window == \"DAY\") | [.label, .score] | @tsv'",
            "  heed tail rejected --data /tmp/heed-demo",
            "  heed tail drops -n 5 --until-end",
            "  heed tail scores --from-beginning --until-end --csv > all.csv",
            "",
            "Rejected records come with reason, step, where they came from, and their bytes in base64.",
            "Ctrl-C stops it."
        })
final class TailCommand implements Callable<Integer> {

    /** They are in memory at once, to be put in order. */
    private static final int MOST_OF_THE_NEWEST = 100_000;

    private final CommandContext context;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(
            paramLabel = "TOPIC",
            description = "One of ${COMPLETION-CANDIDATES}.",
            completionCandidates = TopicNames.class,
            converter = TopicNames.class)
    private Topic<?> topic;

    @Option(names = "--from-beginning", description = "Begin with the oldest record, not the next.")
    private boolean fromBeginning;

    @Option(names = "-n", paramLabel = "COUNT", description = "Begin with so many of the newest records.")
    private @Nullable Integer last;

    @Option(names = "--until-end", description = "End with what is the newest record now, instead of waiting for more.")
    private boolean untilEnd;

    @Option(names = "--csv", description = "Print CSV with a line of names first; a list is a cell of JSON.")
    private boolean csv;

    @Option(names = "--hospital", paramLabel = "CODE", description = "Only records about this hospital.")
    private Optional<String> hospital = Optional.empty();

    TailCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (last != null && (last < 1 || last > MOST_OF_THE_NEWEST || fromBeginning)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "-n must be 1 to " + MOST_OF_THE_NEWEST + ", and goes without --from-beginning.");
        }
        TargetServers target = TargetServers.of(options.read(context), context);
        TailFormat format = csv ? TailFormat.CSV : TailFormat.JSON;
        try (TopicTail tail = new TopicTail(target.client(), topic, target.serdes(), hospital, format, context.out())) {
            // Before the audit has this: else the newest of the audit would always be that it is read.
            Map<TopicPartition, Long> ends = tail.ends();
            target.noteTaken(context, "tail " + TopicNames.shortName(topic), hospital.orElse(null));
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "tail-stop"));
            begin(tail, ends);
            if (untilEnd) {
                tail.followTo(ends, going::get);
            } else {
                tail.follow(going::get);
            }
            return 0;
        } finally {
            closed.countDown();
        }
    }

    private void begin(TopicTail tail, Map<TopicPartition, Long> ends) {
        if (last != null) {
            tail.fromLast(last, ends);
        } else if (fromBeginning) {
            tail.fromBeginning();
        } else {
            tail.fromNow();
        }
    }

    private void stop() {
        going.set(false);
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The topics by the names that a user types: {@code scores} is {@code heed.scores.v1}. */
    static final class TopicNames implements Iterable<String>, ITypeConverter<Topic<?>> {

        @Override
        public Iterator<String> iterator() {
            return printed().map(TopicNames::shortName).iterator();
        }

        @Override
        public Topic<?> convert(String name) {
            return printed()
                    .filter(topic -> shortName(topic).equals(name.toLowerCase(Locale.ROOT))
                            || topic.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "must be one of " + String.join(", ", this) + ", was '" + name + "'"));
        }

        /** All but what patients wrote, which is read where it is known who does. */
        private static Stream<Topic<?>> printed() {
            return Topics.all().stream().filter(topic -> !topic.equals(Topics.COMMENTS));
        }

        private static String shortName(Topic<?> topic) {
            return topic.name().replaceFirst("^heed\\.", "").replaceFirst("\\.v[0-9]+$", "");
        }
    }
}
