package heed.app.command;

import heed.topology.detect.WatchMethod;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a method to watch by. */
final class WatchMethodConverter implements ITypeConverter<WatchMethod> {

    @Override
    public WatchMethod convert(String value) {
        try {
            return WatchMethod.named(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
