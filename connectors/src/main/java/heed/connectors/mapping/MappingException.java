package heed.connectors.mapping;

import java.util.List;

/** Says everything that is wrong with a mapping, each problem with file and line. */
public final class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MappingException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
