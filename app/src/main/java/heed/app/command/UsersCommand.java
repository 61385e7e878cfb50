package heed.app.command;

import heed.app.access.Accounts;
import heed.monitoring.access.Passwords;
import heed.schemas.Account;
import heed.schemas.AuditKind;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import heed.schemas.key.PlaceKey;
import heed.schemas.topic.Topics;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who may sign in. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Says who may sign in to the page, and what they may there, where access.people is accounts.",
            "Where it is provider, whoever has signed in is listed, and may be locked and let in again."
        },
        footer = {
            "",
            "Examples:",
            "  heed users add s.evans --called \"Sister Evans, Ward 7\" --role ward --at H1/W7",
            "  heed users list",
            "  heed users lock s.evans",
            "",
            "Needs a Heed that runs on the data directory, or the servers that it uses."
        })
final class UsersCommand {

    private final CommandContext context;

    UsersCommand(CommandContext context) {
        this.context = context;
    }

    List<Object> subcommands() {
        return List.of(new Add(context), new ListThem(context), new Lock(context), new UserResetCommand(context));
    }

    static Accounts accounts(SettingsOptions options, CommandContext context) {
        TargetServers target = TargetServers.of(options.read(context), context);
        return new Accounts(
                target.values(Topics.ACCOUNTS).newest(),
                target.client(),
                target.serdes(),
                new Passwords(new SecureRandom()),
                context.clock());
    }

    static void tellPassword(CommandContext context, String name, String password) {
        context.out()
                .println("First password of " + name + ", good for " + Accounts.FIRST_LASTS.toDays()
                        + " days and shown only now: " + password);
        context.out().println("Give it to them in person. They choose their own when they sign in.");
    }

    /** Adds somebody. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds somebody and prints the password to give them.",
            footer = {
                "",
                "Roles: ward, lead (acts on drops), group, national (all hospitals), analyst, engineer (the pipeline and"
                        + " metrics, all hospitals), administrator (no figures).",
                "",
                "Examples:",
                "  heed users add s.evans --called \"Sister Evans, Ward 7\" --role ward --at H1/W7",
                "  heed users add m.price --called \"Dr Price\" --role lead --at H1",
                "  heed users add ops --called \"Night engineer\" --role engineer"
            })
    static final class Add implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "NAME", description = "What they sign in with, in small letters.")
        private String name;

        @Option(names = "--called", paramLabel = "TEXT", required = true, description = "What others read of who acts.")
        private String called;

        @Option(names = "--role", paramLabel = "ROLE", required = true, description = "What they may.")
        private Role role;

        @Option(
                names = "--at",
                paramLabel = "PLACE",
                description = "HOSPITAL, or HOSPITAL/UNIT; may be given several times.")
        private List<String> places = new ArrayList<>();

        @Option(names = "--comments", description = "Let them read what patients wrote there; a lead alone.")
        private boolean comments;

        Add(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws InterruptedException {
            try (Accounts accounts = accounts(options, context)) {
                String password = accounts.add(
                        name,
                        called,
                        role,
                        places.stream().map(Add::place).toList(),
                        comments ? Set.of(Right.COMMENTS) : Set.of());
                context.out().println("Added " + name + ", " + role.code() + ".");
                tellPassword(context, name, password);
                TargetServers.note(options, context, AuditKind.ACCOUNT_ADDED, name);
                return 0;
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }

        private static PlaceKey place(String text) {
            return PlaceKey.parse(text.contains("/") ? text.replace('/', '|') : text + "|");
        }
    }

    /** Lists who there is. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists who may sign in, and what they may where.",
            footer = {"", "Examples:", "  heed users list"})
    static final class ListThem implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        ListThem(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            try (Accounts accounts = accounts(options, context)) {
                List<Account> all = accounts.all();
                all.forEach(each -> context.out().println(AccountLine.of(each)));
                if (all.isEmpty()) {
                    context.out().println("Nobody yet. `heed users add` adds somebody.");
                }
                return 0;
            }
        }
    }

    /** Lets somebody in no more. */
    @Command(
            name = "lock",
            mixinStandardHelpOptions = true,
            description = "Ends somebody's sessions and lets them in no more. `heed users reset` lets them in again.",
            footer = {"", "Examples:", "  heed users lock s.evans"})
    static final class Lock implements Callable<Integer> {

        private final CommandContext context;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "NAME", description = "Whom.")
        private String name;

        Lock(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() throws InterruptedException {
            try (Accounts accounts = accounts(options, context)) {
                accounts.lock(name);
                TargetServers.note(options, context, AuditKind.ACCOUNT_LOCKED, name);
                context.out().println("Locked " + name + "; whoever was signed in as " + name + " no longer is.");
                return 0;
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
    }
}
