package org.theoremeter.verify.claim.table;

import java.util.HashMap;
import java.util.Map;
import org.theoremeter.verify.claim.csv.DataFiles;
import org.theoremeter.verify.claim.csv.Table;
import org.theoremeter.verify.claim.yaml.YamlNode;

/** Reads each table of a claim once, whether several observations or several profiles name it. */
public final class ReadOnce implements DataFiles {

    private final DataFiles files;
    private final Map<String, Table> tables = new HashMap<>();

    /** Creates a reader that asks another one once for each table. */
    public ReadOnce(DataFiles files) {
        this.files = files;
    }

    @Override
    public Table read(YamlNode.Scalar file) {
        return tables.computeIfAbsent(file.text(), name -> files.read(file));
    }
}
