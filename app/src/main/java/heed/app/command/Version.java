package heed.app.command;

import picocli.CommandLine.IVersionProvider;

/** Says which Heed this is, from the jar's manifest. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = HeedCommand.class.getPackage().getImplementationVersion();
        return new String[] {"heed " + (version == null ? "development" : version)};
    }
}
