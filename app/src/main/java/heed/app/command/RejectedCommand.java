package heed.app.command;

import heed.app.rejected.Refused;
import heed.app.rejected.RefusedFilter;
import heed.app.rejected.RefusedRecords;
import heed.app.tail.RecordJson;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells of refused records, and sends them again. */
@Command(
        name = "rejected",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Lists and shows the records that were refused, and sends them again once nothing stands in their way.",
        footer = {
            "",
            "Examples:",
            "  heed rejected list --reason unknown_hospital --since 2026-03-01T00:00:00Z",
            "  heed rejected show 0-118",
            "  heed rejected replay --reason unknown_hospital",
            "",
            "They are kept for 30 days. docs/contracts.md says what each reason means."
        })
final class RejectedCommand {

    private final CommandContext context;

    RejectedCommand(CommandContext context) {
        this.context = context;
    }

    List<Object> subcommands() {
        return List.of(new ListThem(context), new Show(context), new ReplayCommand(context));
    }

    /** Lists records. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Counts refused records by reason and source, and lists the newest.",
            footer = {
                "",
                "Examples:",
                "  heed rejected list",
                "  heed rejected list --reason unknown_answer --source heed.feedback.v1 --limit 1000"
            })
    static final class ListThem implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Mixin
        private RefusedOptions which;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "20",
                description = "How many to list of each partition's newest; default ${DEFAULT-VALUE}.")
        private int limit;

        ListThem(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            TargetServers target = TargetServers.of(options.read(context), context);
            Map<String, Long> counts = new TreeMap<>();
            Map<String, Deque<Refused>> newest = new TreeMap<>();
            new RefusedRecords(target.client()).forEach(which.filter(Set.of()), refused -> {
                counts.merge(refused.reason() + "  from " + refused.topic(), 1L, Long::sum);
                Deque<Refused> kept = newest.computeIfAbsent(
                        refused.id().substring(0, refused.id().indexOf('-')), each -> new ArrayDeque<>());
                kept.addLast(refused);
                if (kept.size() > limit) {
                    kept.removeFirst();
                }
            });
            newest.values().forEach(kept -> kept.forEach(each -> context.out().println(line(each))));
            if (counts.isEmpty()) {
                context.out().println("Nothing.");
            }
            counts.forEach((what, count) -> context.out().println("%7d  %s".formatted(count, what)));
            return 0;
        }

        /** Neither a value nor where in it the fault lies: what is wrong with one, {@code show} says. */
        private static String line(Refused refused) {
            return String.join(
                    "  ",
                    refused.id(),
                    refused.at().toString(),
                    refused.reason(),
                    refused.source(),
                    "key " + (refused.key() == null ? "(none)" : refused.key()),
                    refused.size() + " bytes");
        }
    }

    /** Shows one record. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one refused record: why it was refused, and what it is.",
            footer = {
                "",
                "Examples:",
                "  heed rejected show 0-118",
                "",
                "The id is the first word of its line in `list`."
            })
    static final class Show implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Parameters(paramLabel = "ID", description = "Partition and offset, as list has them.")
        private String id;

        Show(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws InterruptedException {
            TargetServers target = TargetServers.of(options.read(context), context);
            target.noteTaken(context, "rejected show", null);
            Deque<Refused> found = new ArrayDeque<>();
            new RefusedRecords(target.client())
                    .forEach(
                            new RefusedFilter(
                                    Set.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Instant.EPOCH,
                                    Instant.MAX,
                                    Set.of(id)),
                            found::add);
            if (found.isEmpty()) {
                context.err().println("heed: there is no refused record " + id + ", or no longer.");
                return 1;
            }
            print(found.getFirst(), target);
            return 0;
        }

        private void print(Refused refused, TargetServers target) {
            context.out().println("refused   " + refused.at() + " by " + refused.step());
            context.out().println("reason    " + refused.reason() + ": " + refused.meaning());
            context.out().println("detail    " + refused.detail());
            context.out().println("source    " + refused.source());
            context.out().println("key       " + (refused.key() == null ? "(none)" : refused.key()));
            context.out().println("value     " + value(refused.value(), target));
        }

        private static String value(@Nullable Bytes value, TargetServers target) {
            if (value == null) {
                return "(none)";
            }
            try {
                return RecordJson.of(target.serdes()
                                .of(Topics.FEEDBACK)
                                .deserializer()
                                .deserialize(Topics.FEEDBACK.name(), value.get()))
                        .toString();
            } catch (SerializationException e) {
                return "no response; its bytes in base64: "
                        + Base64.getEncoder().encodeToString(value.get());
            }
        }
    }
}
