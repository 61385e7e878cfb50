package heed.app.command;

import heed.app.access.Accounts;
import heed.monitoring.access.AccountDesk;
import heed.schemas.AuditKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives somebody another password, or takes their second factor away. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Ends somebody's sessions, unlocks them and prints a password to give them, unless a provider lets them in.",
            "Their second factor stays; --second-factor takes that away, and leaves the password."
        },
        footer = {"", "Examples:", "  heed users reset s.evans", "  heed users reset s.evans --second-factor"})
final class UserResetCommand extends ServersCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "Whom.")
    private String name;

    @Option(
            names = "--second-factor",
            description = "Take away their second factor alone, as where their phone is lost.")
    private boolean secondFactor;

    UserResetCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(TargetServers servers) throws Exception {
        try (Accounts accounts = UsersCommand.accounts(servers)) {
            AuditKind kind = secondFactor ? AuditKind.SECOND_FACTOR_RESET : AuditKind.ACCOUNT_RESET;
            AccountDesk desk = UsersCommand.desk(accounts, noted(servers, kind, name), context());
            if (secondFactor) {
                desk.resetSecondFactor(name);
                say("Took the second factor of " + name + " away; their password alone lets them in."
                        + " Make sure that it is they who asked.");
                return;
            }
            desk.reset(name)
                    .ifPresentOrElse(
                            password -> UsersCommand.tellPassword(context(), name, password),
                            () -> say(name + " may sign in at the provider again."));
        }
    }
}
