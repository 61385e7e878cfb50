package heed.app.command;

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

    private boolean isDone;

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
            if (isDone) {
                throw new IllegalStateException("it was done, and then failed: " + e.getMessage(), e);
            }
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    final CommandContext context() {
        return context;
    }

    final void say(String line) {
        context.out().println(line);
    }

    /** What fails from now on is no wrong usage: it was done. */
    final void wasDone() {
        isDone = true;
    }

    /** Keeps account of what was done to an account or a key. */
    final void note(TargetServers servers, AuditKind kind, String about) throws InterruptedException {
        wasDone();
        servers.audit(context).note(kind, about, null);
    }
}
