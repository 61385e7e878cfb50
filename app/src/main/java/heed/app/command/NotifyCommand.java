package heed.app.command;

import heed.app.access.NotedAct;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.connectors.KafkaRowWriter;
import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.RouteTrial;
import heed.connectors.notify.routes.RoutesReader;
import heed.schemas.AuditKind;
import heed.schemas.topic.Topics;
import heed.schemas.yaml.FileProblemsException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks after the routes by which people are told of changes. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tries a route by which people are told of changes, and says who has stopped its mails.",
        footer = {"", "Examples:", "  heed notify test ward-7", "  heed notify list"})
final class NotifyCommand {

    private final CommandContext context;

    NotifyCommand(CommandContext context) {
        this.context = context;
    }

    List<Object> subcommands() {
        return List.of(new Test(context), new ListThem(context), new Resume(context));
    }

    private static List<NoticeRoute> routes(Settings settings, CommandContext context) {
        try {
            return RoutesReader.read(
                    settings.routes()
                            .orElseThrow(() ->
                                    new IllegalStateException("there are no routes: notify.routes names no file")),
                    ConfiguredQuestionnaires.read(settings.questionnaires()),
                    context.clock());
        } catch (FileProblemsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Sends one message that tells of nothing. */
    @Command(
            name = "test",
            mixinStandardHelpOptions = true,
            description = "Sends one message by a route, at once, and says whether it was taken.",
            footer = {
                "",
                "The message says that nothing has happened. Hours and digests do not hold it up. What PagerDuty and",
                "Alertmanager make of it has to be closed there.",
                "",
                "Examples:",
                "  heed notify test ward-7",
                "  heed notify test ward-7 --set notify.routes=routes.yaml"
            })
    static final class Test implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Parameters(index = "0", paramLabel = "ROUTE", description = "Name of the route in the file of routes.")
        private String name;

        Test(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws InterruptedException {
            Settings settings = options.read(context);
            NoticeRoute route = Subscribers.named(routes(settings, context), name);
            try {
                route.receiver().deliver(RouteTrial.of(name, context.clock().instant(), page(settings)));
            } catch (IOException e) {
                throw new IllegalStateException(route.receiver().where() + " did not take it: " + e.getMessage(), e);
            }
            context.out().println("taken: " + route.receiver().where());
            return 0;
        }

        private static URI page(Settings settings) {
            return settings.page()
                    .publicUrl()
                    .orElse(URI.create("http://" + settings.page().host() + ":"
                            + settings.page().port() + "/"));
        }
    }

    /** Lists who is told. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the routes, their addresses, and who has stopped the mails.",
            footer = {
                "",
                "Needs a Heed that runs on the data directory, or the servers that it uses.",
                "",
                "Examples:",
                "  heed notify list"
            })
    static final class ListThem implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        ListThem(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Settings settings = options.read(context);
            List<NoticeRoute> routes = routes(settings, context);
            var stopped = TargetServers.of(settings, context)
                    .values(Topics.UNSUBSCRIPTIONS)
                    .newest();
            new Subscribers(routes, stopped).lines().forEach(context.out()::println);
            return 0;
        }
    }

    /** Has mails sent again to whoever stopped them. */
    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description =
                    "Has a route send mails again to an address that stopped them. Ask whoever reads there first.",
            footer = {
                "",
                "Needs a Heed that runs on the data directory, or the servers that it uses.",
                "",
                "Examples:",
                "  heed notify resume ward-7 sister@example.org"
            })
    static final class Resume implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Parameters(index = "0", paramLabel = "ROUTE", description = "Name of the route in the file of routes.")
        private String name;

        @Parameters(index = "1", paramLabel = "ADDRESS", description = "One of its addresses.")
        private String address;

        Resume(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws InterruptedException {
            Settings settings = options.read(context);
            List<NoticeRoute> routes = routes(settings, context);
            TargetServers target = TargetServers.of(settings, context);
            String id = new Subscribers(
                            routes, target.values(Topics.UNSUBSCRIPTIONS).newest())
                    .stoppedId(name, address);
            try (var writer = KafkaRowWriter.connectForCommand(
                    Topics.UNSUBSCRIPTIONS,
                    target.client(),
                    target.serdes().of(Topics.UNSUBSCRIPTIONS).serializer())) {
                new NotedAct(target.audit(context), AuditKind.MAILS_RESUMED, "route " + name, null)
                        .run(() -> Subscribers.resume(id, writer));
            }
            context.out().println("The route " + name + " sends mails to that address again.");
            return 0;
        }
    }
}
