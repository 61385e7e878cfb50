package heed.app.command;

import heed.app.access.Accounts;
import heed.app.access.NotedAct;
import heed.monitoring.access.AccountDesk;
import heed.schemas.AuditKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives somebody other rights. */
@Command(
        name = "change",
        mixinStandardHelpOptions = true,
        description = {
            "Says anew what somebody may and where; it holds at once where they are signed in.",
            "All of it is given: a place that is not named is theirs no more."
        },
        footer = {
            "",
            "Examples:",
            "  heed users change s.evans --role ward --at H1/W7 --at H1/W8",
            "  heed users change m.price --role lead --at H1 --comments"
        })
final class UserChangeCommand extends ServersCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "Whom.")
    private String name;

    @Mixin
    private DutyOptions options;

    UserChangeCommand(CommandContext context) {
        super(context);
    }

    @Override
    void act(TargetServers servers) throws Exception {
        try (Accounts accounts = UsersCommand.accounts(servers)) {
            AccountDesk.Duty duty = options.duty();
            NotedAct act = noted(servers, AuditKind.ACCOUNT_CHANGED, name + ", now " + duty.said());
            UsersCommand.desk(accounts, act, context()).change(name, duty);
            say("Changed " + name + ", now " + duty.said() + ".");
        }
    }
}
