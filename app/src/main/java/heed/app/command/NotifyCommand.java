package heed.app.command;

import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.RouteTrial;
import heed.connectors.notify.routes.RoutesReader;
import heed.schemas.name.NearestName;
import heed.schemas.yaml.FileProblemsException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries the routes by which people are told of changes. */
@Command(
        name = "notify",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tries a route by which people are told of changes.",
        footer = {"", "Examples:", "  heed notify test ward-7"})
final class NotifyCommand {

    private final CommandContext context;

    NotifyCommand(CommandContext context) {
        this.context = context;
    }

    List<Object> subcommands() {
        return List.of(new Test(context));
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
            NoticeRoute route = route(settings);
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

        private NoticeRoute route(Settings settings) {
            List<NoticeRoute> routes;
            try {
                routes = RoutesReader.read(
                        settings.routes()
                                .orElseThrow(() ->
                                        new IllegalStateException("there are no routes: notify.routes names no file")),
                        ConfiguredQuestionnaires.read(settings.questionnaires()),
                        context.clock());
            } catch (FileProblemsException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
            return routes.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no route '" + name + "'; the nearest is "
                            + NearestName.of(
                                    name, routes.stream().map(NoticeRoute::name).toList())));
        }
    }
}
