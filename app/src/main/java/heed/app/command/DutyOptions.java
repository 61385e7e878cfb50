package heed.app.command;

import heed.monitoring.access.AccountDesk;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Says what somebody may and where. */
final class DutyOptions {

    @Option(names = "--role", paramLabel = "ROLE", required = true, description = "What they may.")
    private Role role;

    @Option(
            names = "--at",
            paramLabel = "PLACE",
            description = "HOSPITAL, or HOSPITAL/UNIT; may be given several times.")
    private List<String> places = new ArrayList<>();

    @Option(names = "--comments", description = "Let them read what patients wrote there; a lead alone.")
    private boolean comments;

    AccountDesk.Duty duty() {
        return new AccountDesk.Duty(
                role, places.stream().map(AccountDesk::place).toList(), comments ? Set.of(Right.COMMENTS) : Set.of());
    }
}
