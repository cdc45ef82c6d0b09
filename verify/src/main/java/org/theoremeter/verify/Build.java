package org.theoremeter.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which Theoremeter this is.
 *
 * @param version its version
 * @param commit the commit it was started from, or {@code unknown} when not started from a checkout
 * @param libraries the versions of the libraries that numbers depend on
 */
public record Build(String version, String commit, Map<String, String> libraries) {

    /** Returns the build that is running. */
    public static Build current() {
        Properties properties = new Properties();
        try (InputStream stream = Build.class.getResourceAsStream("build.properties")) {
            properties.load(stream);
        } catch (IOException failure) {
            throw new IllegalStateException("build.properties cannot be read", failure);
        }
        Map<String, String> libraries = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> !name.equals("version"))
                .forEach(name -> libraries.put(name, properties.getProperty(name)));
        return new Build(
                properties.getProperty("version"), System.getProperty("theoremeter.commit", "unknown"), libraries);
    }
}
