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
 * asks nobody who they are, which is the page without accounts and the intake, and a page with accounts to which
 * passwords and figures would go unencrypted. Whoever reaches an open page reads every hospital's figures; the API, the
 * event stream and the metrics are at the same address. Whoever reaches the intake makes figures.
 */
final class OpenPage {

    private static final String OPTION = "--i-know-this-is-open";

    @Option(
            names = OPTION,
            description =
                    "Let page and intake listen where others reach them, as page.host and intake.host say. The intake asks"
                            + " for no password, nor does the page where access is open: whoever reaches the page reads everything,"
                            + " and whoever reaches the intake sends what they like. Without TLS whoever is on the way reads along.")
    private boolean known;

    /** Refuses settings by which either would listen on an address other than loopback, unless that is known. */
    void check(Settings settings) {
        List<SettingProblem> problems = new ArrayList<>();
        if (settings.access().kind() == AccessKind.OPEN) {
            check("page", settings.page(), problems);
        } else {
            refuseInTheClear(settings.page(), problems);
        }
        check("intake", settings.intake().listener(), problems);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /** A proxy that is trusted is taken to speak TLS with whoever asks it. */
    private void refuseInTheClear(Settings.Listener page, List<SettingProblem> problems) {
        boolean encrypted = page.certificate().isPresent() || page.proxies().any();
        if (!known && !encrypted && !page.isLoopback()) {
            problems.add(new SettingProblem("page.host = \"" + page.host()
                    + "\": others than this machine may reach it, and passwords and figures would go there unencrypted."
                    + " Give page.tls.certificate and page.tls.key, or put a proxy that speaks TLS in front and name it in"
                    + " page.proxies, or start with " + OPTION));
        }
    }

    private void check(String what, Settings.Listener listener, List<SettingProblem> problems) {
        if (!known && !listener.isLoopback()) {
            problems.add(new SettingProblem(what + ".host = \"" + listener.host()
                    + "\": others than this machine may reach it, and the " + what
                    + " asks nobody who they are. Set it to 127.0.0.1, or start with " + OPTION
                    + " where a firewall or a proxy that asks for a password stands in front"));
        }
    }
}
