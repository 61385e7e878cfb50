package heed.app.command;

import heed.app.settings.AccessKind;
import heed.app.settings.SettingProblem;
import heed.app.settings.Settings;
import heed.app.settings.SettingsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Keeps what others must not reach on this machine, where whoever starts Heed has not said that it shall be open: what
 * asks nobody who they are, which is page and intake without accounts, and with accounts what passwords, keys and
 * figures would go to unencrypted. Whoever reaches an open page reads every hospital's figures; the API, the event
 * stream and the metrics are at the same address. Whoever reaches an open intake makes figures.
 */
final class OpenPage {

    private static final String OPTION = "--i-know-this-is-open";

    @Option(
            names = OPTION,
            description = "Let page and intake listen where others reach them, as page.host and intake.host say. Where"
                    + " access.people is open whoever reaches the page reads everything, and whoever reaches the intake"
                    + " sends what they like. Without TLS whoever is on the way reads along.")
    private boolean known;

    /** Refuses settings by which either would listen on an address other than loopback, unless that is known. */
    void check(Settings settings) {
        List<SettingProblem> problems = new ArrayList<>();
        if (settings.access().kind() == AccessKind.OPEN) {
            check("page", settings.page(), problems);
            check("intake", settings.intake().listener(), problems);
        } else {
            refuseInTheClear("page", settings.page(), problems);
            refuseInTheClear("intake", settings.intake().listener(), problems);
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /** A proxy that is trusted is taken to speak TLS with whoever asks it. */
    private void refuseInTheClear(String what, Settings.Listener listener, List<SettingProblem> problems) {
        boolean encrypted =
                listener.certificate().isPresent() || listener.proxies().any();
        if (!known && !encrypted && !listener.isLoopback()) {
            problems.add(new SettingProblem(what + ".host = \"" + listener.host()
                    + "\": others than this machine may reach it, and passwords, keys and figures would go there"
                    + " unencrypted. Give " + what + ".tls.certificate and " + what
                    + ".tls.key, or put a proxy that speaks TLS in front and name it in " + what
                    + ".proxies, or start with " + OPTION));
        }
    }

    private void check(String what, Settings.Listener listener, List<SettingProblem> problems) {
        if (!known && !listener.isLoopback()) {
            problems.add(new SettingProblem(what + ".host = \"" + listener.host()
                    + "\": others than this machine may reach it, and the " + what
                    + " asks nobody who they are. Set it to 127.0.0.1, or start with " + OPTION
                    + " where a firewall or a proxy that asks for a password stands in front, or set access.people to"
                    + " accounts"));
        }
    }
}
