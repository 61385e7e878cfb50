package heed.app.command;

import heed.app.settings.SettingProblem;
import heed.app.settings.Settings;
import heed.app.settings.SettingsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Keeps the page on this machine, where whoever starts Heed has not said that it shall be open: it asks nobody who they
 * are, so whoever reaches it reads every hospital's figures. The API, the event stream and the metrics are at the same
 * address.
 */
final class OpenPage {

    private static final String OPTION = "--i-know-this-is-open";

    @Option(
            names = OPTION,
            description = "Let the page listen where others reach it, as page.host says. It asks for no password:"
                    + " whoever reaches it reads everything.")
    private boolean known;

    /** Refuses settings by which the page would listen on an address other than loopback, unless that is known. */
    void check(Settings settings) {
        String host = settings.page().host();
        if (!known && !isLoopback(host)) {
            throw new SettingsException(List.of(new SettingProblem("page.host = \"" + host
                    + "\": others than this machine may reach it, and the page asks nobody who they are. Set it to 127.0.0.1,"
                    + " or start with " + OPTION
                    + " where a firewall or a proxy that asks for a password stands in front")));
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
