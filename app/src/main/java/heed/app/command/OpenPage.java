package heed.app.command;

import heed.app.settings.SettingProblem;
import heed.app.settings.Settings;
import heed.app.settings.SettingsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Keeps page and intake on this machine, where whoever starts Heed has not said that they shall be open: neither asks
 * anybody who they are. Whoever reaches the page reads every hospital's figures; the API, the event stream and the
 * metrics are at the same address. Whoever reaches the intake makes figures.
 */
final class OpenPage {

    private static final String OPTION = "--i-know-this-is-open";

    @Option(
            names = OPTION,
            description =
                    "Let page and intake listen where others reach them, as page.host and intake.host say. They ask"
                            + " for no password: whoever reaches the page reads everything, and whoever reaches the intake sends what they like.")
    private boolean known;

    /** Refuses settings by which either would listen on an address other than loopback, unless that is known. */
    void check(Settings settings) {
        List<SettingProblem> problems = new ArrayList<>();
        check("page", settings.page().host(), problems);
        check("intake", settings.intake().listener().host(), problems);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private void check(String what, String host, List<SettingProblem> problems) {
        if (!known && !isLoopback(host)) {
            problems.add(new SettingProblem(what + ".host = \"" + host
                    + "\": others than this machine may reach it, and the " + what
                    + " asks nobody who they are. Set it to 127.0.0.1, or start with " + OPTION
                    + " where a firewall or a proxy that asks for a password stands in front"));
        }
    }

    /** A name that is not known now may be anything later. */
    private static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
