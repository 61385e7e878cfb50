package heed.app.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts Debian's nginx in front of page and intake, set as docs/proxy/nginx.conf says. */
class NginxIT extends ProxyContract {

    @Override
    ProcessBuilder proxy(ProxiedHeed heed) throws IOException {
        String example = heed.example("nginx.conf")
                .replace("listen 443 ssl", "listen 127.0.0.1:" + heed.port() + " ssl")
                .replace("worker_processes auto;", "worker_processes 1;")
                .replace("http {", "http {\n    access_log off;\n" + temporary());
        Path file = Files.writeString(directory.resolve("nginx.conf"), example);
        return new ProcessBuilder(
                Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx",
                "-c",
                file.toString(),
                "-g",
                "daemon off; error_log stderr; pid " + directory.resolve("nginx.pid") + ";");
    }

    private static String temporary() {
        return Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> "    " + kind + "_temp_path " + directory.resolve(kind) + ";\n")
                .collect(Collectors.joining());
    }
}
