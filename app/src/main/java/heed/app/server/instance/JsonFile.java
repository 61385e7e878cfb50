package heed.app.server.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small file that others read while it is written: they see all of it or nothing. */
record JsonFile(Path path) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    void write(ObjectNode content) throws IOException {
        Path whole = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(whole, content.toPrettyString() + "\n");
        Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    JsonNode read() throws IOException {
        return JSON.readTree(Files.readString(path));
    }
}
