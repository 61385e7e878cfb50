package heed.app.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell completes the commands and options of Heed by. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script by which bash or zsh completes commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(heed completion)                                          for this shell",
            "  heed completion > ~/.local/share/bash-completion/completions/heed  for every bash"
        })
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var heed = spec.root().commandLine();
        heed.getOut().print(AutoComplete.bash(heed.getCommandName(), heed));
        heed.getOut().flush();
    }
}
