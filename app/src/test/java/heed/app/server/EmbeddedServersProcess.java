package heed.app.server;

import heed.app.server.embedded.RegistryHome;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that runs the embedded servers until it is killed; prints their addresses when they answer. */
final class EmbeddedServersProcess {

    private EmbeddedServersProcess() {}

    public static void main(String[] args) throws InterruptedException {
        EmbeddedServers servers =
                EmbeddedServers.start(Path.of(args[0]), RegistryHome.find(), HttpClient.newHttpClient());
        System.out.println("ready " + servers.bootstrap() + " " + servers.registryUrl());
        new CountDownLatch(1).await();
    }
}
