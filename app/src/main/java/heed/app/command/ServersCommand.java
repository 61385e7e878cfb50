package heed.app.command;

import heed.app.access.NotedAct;
import heed.schemas.AuditKind;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Does something at the servers of the settings, or at those of a Heed that runs; what can't be done is wrong usage.
 */
abstract class ServersCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    ServersCommand(CommandContext context) {
        this.context = context;
    }

    /**
     * Does it.
     *
     * @throws IllegalArgumentException where it can't be done, with why
     */
    abstract void act(TargetServers servers) throws Exception;

    @Override
    public final Integer call() throws Exception {
        try {
            act(TargetServers.of(options.read(context), context));
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    final CommandContext context() {
        return context;
    }

    final void say(String line) {
        context.out().println(line);
    }

    /** Returns something that is to be done to an account or a key, which the audit has before. */
    final NotedAct noted(TargetServers servers, AuditKind kind, String about) {
        return new NotedAct(servers.audit(context), kind, about, null);
    }
}
