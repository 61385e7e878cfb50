package heed.app.command;

import heed.app.access.Accounts;
import heed.schemas.AuditKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives somebody another password, or takes their second factor away. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = {
            "Ends somebody's sessions, unlocks them and prints a password to give them, unless a provider lets them in.",
            "Their second factor stays; --second-factor takes that away, and leaves the password."
        },
        footer = {"", "Examples:", "  heed users reset s.evans", "  heed users reset s.evans --second-factor"})
final class UserResetCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "Whom.")
    private String name;

    @Option(
            names = "--second-factor",
            description = "Take away their second factor alone, as where their phone is lost.")
    private boolean secondFactor;

    UserResetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Accounts accounts = UsersCommand.accounts(options, context)) {
            if (secondFactor) {
                accounts.resetSecondFactor(name);
                TargetServers.note(options, context, AuditKind.SECOND_FACTOR_RESET, name);
                context.out()
                        .println("Took the second factor of " + name + " away; their password alone lets them in."
                                + " Make sure that it is they who asked.");
                return 0;
            }
            accounts.reset(name)
                    .ifPresentOrElse(password -> UsersCommand.tellPassword(context, name, password), () -> context.out()
                            .println(name + " may sign in at the provider again."));
            TargetServers.note(options, context, AuditKind.ACCOUNT_RESET, name);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
