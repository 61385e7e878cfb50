package heed.app.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts Debian's Caddy in front of page and intake, set as docs/proxy/Caddyfile says, but for the certificate: where
 * nobody outside reaches it, none is issued for it.
 */
class CaddyIT extends ProxyContract {

    @Override
    ProcessBuilder proxy(ProxiedHeed heed) throws IOException {
        String shown = "\n\ttls " + directory.resolve("heed.example.crt") + " " + directory.resolve("heed.example.key");
        String example =
                "{\n\tadmin off\n\tauto_https disable_redirects\n\tdefault_bind 127.0.0.1\n\thttps_port " + heed.port()
                        + "\n}\n" + heed.example("Caddyfile").replaceAll("(?m)^(\\w+\\.example \\{)$", "$1" + shown);
        Path file = Files.writeString(directory.resolve("Caddyfile"), example);
        var caddy = new ProcessBuilder("caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
        caddy.environment().put("HOME", directory.toString());
        caddy.environment().put("XDG_DATA_HOME", directory.resolve("data").toString());
        caddy.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        return caddy;
    }
}
