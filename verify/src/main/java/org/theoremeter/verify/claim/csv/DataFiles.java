package org.theoremeter.verify.claim.csv;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.theoremeter.verify.claim.yaml.ClaimException;
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

    /** Returns the files beside the claim file and in folders below it: no other can be named. */
    static DataFiles besideTheClaim() {
        return file -> {
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
                return Table.read(Path.of(file.position().file()).resolveSibling(name));
            } catch (InvalidPathException unnameable) {
                throw new ClaimException(file.position(), "found the file " + file.described() + ", which has no path");
            }
        };
    }
}
