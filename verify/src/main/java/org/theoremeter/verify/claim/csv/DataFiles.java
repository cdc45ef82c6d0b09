package org.theoremeter.verify.claim.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.theoremeter.verify.claim.source.ClaimException;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Finds the data files that claims name. */
@FunctionalInterface
public interface DataFiles {

    /**
     * Reads a file.
     *
     * @param file its name as the claim has it
     * @throws ClaimException if it cannot be read
     */
    Table read(YamlNode.Scalar file);

    /** Returns the files beside the claim file and in folders below it: no other can be named, nor reached by a link. */
    static DataFiles besideTheClaim() {
        return file -> Table.read(beside(file));
    }

    /**
     * Returns the path of a file that a claim names: beside the claim file or below it.
     *
     * @throws ClaimException if it leads elsewhere
     */
    static Path beside(YamlNode.Scalar file) {
        try {
            Path name = Path.of(file.text());
            boolean leaves = name.isAbsolute()
                    || name.normalize().startsWith("..")
                    || file.text().contains("..");
            if (leaves || file.text().isBlank()) {
                throw new ClaimException(
                        file.position(),
                        "found the file " + file.described()
                                + ", accepted: a path relative to the claim file, without '..'");
            }
            Path claim = Path.of(file.position().file());
            requireInside(file, claim.resolveSibling(""), claim.resolveSibling(name));
            return claim.resolveSibling(name);
        } catch (InvalidPathException unnameable) {
            throw new ClaimException(file.position(), "found the file " + file.described() + ", which has no path");
        }
    }

    private static void requireInside(YamlNode.Scalar file, Path folder, Path table) {
        try {
            if (Files.exists(table) && !table.toRealPath().startsWith(folder.toRealPath())) {
                throw new ClaimException(
                        file.position(),
                        "found the file " + file.described()
                                + ", which a symbolic link takes out of the claim file's folder; accepted: a file in"
                                + " that folder or below");
            }
        } catch (IOException failure) {
            throw new ClaimException(file.position(), "found the file " + file.described() + ", which cannot be read");
        }
    }
}
