package heed.app.settings;

/** A value that a user gave for a key, and where: {@code heed.yaml:12}, a variable, an option. */
record SettingValue(String key, String value, String origin) {}
