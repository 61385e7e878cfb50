package heed.app.command;

import heed.app.access.Accounts;
import heed.app.access.NotedAct;
import heed.monitoring.access.AccountDesk;
import heed.monitoring.access.Passwords;
import heed.schemas.Account;
import heed.schemas.AuditKind;
import heed.schemas.topic.Topics;
import java.security.SecureRandom;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
        return List.of(
                new Add(context),
                new ListThem(context),
                new UserChangeCommand(context),
                new Lock(context),
                new Unlock(context),
                new UserResetCommand(context));
    }

    static Accounts accounts(TargetServers servers) {
        return new Accounts(servers.values(Topics.ACCOUNTS).newest(), servers.client(), servers.serdes());
    }

    static AccountDesk desk(Accounts accounts, NotedAct act, CommandContext context) {
        return new AccountDesk(accounts.noting(act), new Passwords(new SecureRandom()), context.clock());
    }

    static void tellPassword(CommandContext context, String name, String password) {
        context.out()
                .println("First password of " + name + ", good for " + AccountDesk.FIRST_LASTS.toDays()
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
    static final class Add extends ServersCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "What they sign in with, in small letters.")
        private String name;

        @Option(names = "--called", paramLabel = "TEXT", required = true, description = "What others read of who acts.")
        private String called;

        @Mixin
        private DutyOptions options;

        Add(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) throws Exception {
            try (Accounts accounts = accounts(servers)) {
                AccountDesk.Duty duty = options.duty();
                NotedAct act = noted(servers, AuditKind.ACCOUNT_ADDED, name);
                String password = desk(accounts, act, context()).add(name, called, duty);
                say("Added " + name + ", " + duty.role().code() + ".");
                tellPassword(context(), name, password);
            }
        }
    }

    /** Lists who there is. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists who may sign in, and what they may where.",
            footer = {"", "Examples:", "  heed users list"})
    static final class ListThem extends ServersCommand {

        ListThem(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) {
            try (Accounts accounts = accounts(servers)) {
                List<Account> all = accounts.all();
                all.forEach(each -> say(AccountLine.of(each)));
                if (all.isEmpty()) {
                    say("Nobody yet. `heed users add` adds somebody.");
                }
            }
        }
    }

    /** Lets somebody in no more. */
    @Command(
            name = "lock",
            mixinStandardHelpOptions = true,
            description = "Ends somebody's sessions and lets them in no more. `heed users unlock` lets them in again.",
            footer = {"", "Examples:", "  heed users lock s.evans"})
    static final class Lock extends ServersCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "Whom.")
        private String name;

        Lock(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) throws Exception {
            try (Accounts accounts = accounts(servers)) {
                desk(accounts, noted(servers, AuditKind.ACCOUNT_LOCKED, name), context())
                        .lock(name);
                say("Locked " + name + "; whoever was signed in as " + name + " no longer is.");
            }
        }
    }

    /** Lets somebody in again. */
    @Command(
            name = "unlock",
            mixinStandardHelpOptions = true,
            description = {
                "Lets somebody in again who was locked, with the password and the second factor that they had.",
                "`heed users reset` unlocks too, and gives them another password."
            },
            footer = {"", "Examples:", "  heed users unlock s.evans"})
    static final class Unlock extends ServersCommand {

        @Parameters(index = "0", paramLabel = "NAME", description = "Whom.")
        private String name;

        Unlock(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) throws Exception {
            try (Accounts accounts = accounts(servers)) {
                desk(accounts, noted(servers, AuditKind.ACCOUNT_UNLOCKED, name), context())
                        .unlock(name);
                say("Unlocked " + name + ".");
            }
        }
    }
}
