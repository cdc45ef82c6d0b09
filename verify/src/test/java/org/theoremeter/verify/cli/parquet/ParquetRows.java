package org.theoremeter.verify.cli.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file as Apache's own reader finds it.
 *
 * @param schema its schema, as text
 * @param names the names of its columns
 * @param rows its rows, null where there is no value
 */
public record ParquetRows(String schema, List<String> names, List<List<Object>> rows) {

    /** Reads a file. */
    public static ParquetRows read(Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                new LocalInputFile(file),
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            MessageType schema = reader.getFileMetaData().getSchema();
            List<List<Object>> rows = new ArrayList<>();
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long i = 0; i < pages.getRowCount(); i++) {
                    rows.add(row(records.read(), schema));
                }
            }
            return new ParquetRows(
                    schema.toString(),
                    schema.getFields().stream().map(field -> field.getName()).toList(),
                    rows);
        }
    }

    private static List<Object> row(Group group, MessageType schema) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < schema.getFieldCount(); i++) {
            row.add(group.getFieldRepetitionCount(i) == 0 ? null : value(group, schema, i));
        }
        return row;
    }

    private static Object value(Group group, MessageType schema, int column) {
        return switch (schema.getType(column).asPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> group.getInteger(column, 0);
            case INT64 -> group.getLong(column, 0);
            case DOUBLE -> group.getDouble(column, 0);
            default -> group.getString(column, 0);
        };
    }
}
