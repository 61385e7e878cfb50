package heed.app.command;

import heed.app.server.instance.InstanceFile;
import heed.app.server.instance.RunningInstance;
import heed.app.settings.SerdesKind;
import heed.app.settings.Settings;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.serde.ConfluentSerdes;
import heed.schemas.serde.TopicSerdes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The servers that a command works on: those of the settings, or those of the Heed that runs on the data directory. */
record Target(String bootstrap, URI registry, TopicSerdes serdes) {

    static Target of(Settings settings, World world) {
        Settings.Servers named = settings.servers();
        if (!named.embedded()) {
            return to(named.bootstrap().orElseThrow(), named.registry().orElseThrow(), named.serdes(), world);
        }
        Optional<RunningInstance> running = new InstanceFile(settings.data()).running();
        return running.map(instance -> to(instance.bootstrap(), instance.registry(), named.serdes(), world))
                .orElseThrow(() -> new IllegalStateException("no Heed runs on the data directory " + settings.data()
                        + ". Start one with `heed up`, say --data DIR for another directory,"
                        + " or --bootstrap HOST:PORT and --registry URL for other servers."));
    }

    private static Target to(String bootstrap, URI registry, SerdesKind kind, World world) {
        TopicSerdes serdes =
                switch (kind) {
                    case HEED ->
                        new AvroSerdes(new CachingSchemaRegistry(HttpSchemaRegistry.at(registry), world.clock()));
                    case CONFLUENT -> new ConfluentSerdes(registry.toString(), Map.of());
                };
        return new Target(bootstrap, registry, serdes);
    }
}
