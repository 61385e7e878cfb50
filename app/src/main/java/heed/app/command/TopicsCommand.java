package heed.app.command;

import heed.app.server.topics.TopicCheck;
import heed.app.server.topics.TopicDifference;
import heed.app.server.topics.TopicSetup;
import heed.app.settings.Settings;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates the topics, or checks them. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description = "Creates the topics that are missing and says how others differ from what they must be.",
        footer = {
            "",
            "Examples:",
            "  heed topics --bootstrap kafka:9092 --registry http://registry:8081",
            "  heed topics --check          changes nothing",
            "",
            "Exits with 1 where a topic is not as it must be. Never changes a topic that exists."
        })
final class TopicsCommand implements Callable<Integer> {

    private static final int LIMIT_MS = 10_000;

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--check", description = "Only look; create nothing.")
    private boolean check;

    TopicsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.read(context);
        TargetServers target = TargetServers.of(settings, context);
        try (Admin admin = target.admin(LIMIT_MS)) {
            if (!check) {
                new TopicSetup(admin, settings).createMissing().forEach(name -> context.out()
                        .println("created  " + name));
            }
            return report(new TopicCheck(admin, settings).differences());
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "Kafka at " + target.bootstrap() + " refused: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }

    private int report(List<TopicDifference> differences) {
        for (TopicDifference difference : differences) {
            context.out().println((difference.fatal() ? "problem  " : "note     ") + difference.what());
            context.out().println("         -> " + difference.remedy());
        }
        boolean wrong = differences.stream().anyMatch(TopicDifference::fatal);
        context.out().println(wrong ? "Topics are not as they must be." : "Topics are as they must be.");
        return wrong ? 1 : 0;
    }
}
