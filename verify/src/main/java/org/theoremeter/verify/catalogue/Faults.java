package org.theoremeter.verify.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.theoremeter.theory.text.Quotation;

/** What is wrong with claim files: of each file the first twenty faults, and how many more there are. */
final class Faults {

    private static final int MOST_OF_A_FILE = 20;

    private final Map<String, List<String>> ofFile = new LinkedHashMap<>();

    /** Adds the fault of a file, a line. */
    void add(String file, String fault) {
        ofFile.computeIfAbsent(file, unused -> new ArrayList<>()).add(fault);
    }

    /** Returns one line a fault, the files in the order of their first ones. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        ofFile.forEach((file, faults) -> {
            faults.stream().limit(MOST_OF_A_FILE).forEach(lines::add);
            if (faults.size() > MOST_OF_A_FILE) {
                lines.add(Quotation.start(file, 4 * Quotation.LONGEST) + ": and " + (faults.size() - MOST_OF_A_FILE)
                        + " more");
            }
        });
        return List.copyOf(lines);
    }
}
