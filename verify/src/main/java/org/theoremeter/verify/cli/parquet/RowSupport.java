package org.theoremeter.verify.cli.parquet;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Hands rows to the library, value by value; what is null is left out. */
final class RowSupport extends WriteSupport<List<?>> {

    private final List<ParquetColumn> columns;
    private RecordConsumer consumer;

    RowSupport(List<ParquetColumn> columns) {
        this.columns = columns;
    }

    /** Returns what the library wants to know before the first row; there is nothing to be configured. */
    @Override
    @Deprecated
    public WriteContext init(Configuration unused) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        return context();
    }

    private WriteContext context() {
        List<Type> types = columns.stream().<Type>map(ParquetColumn::schema).toList();
        return new WriteContext(new MessageType("table", types), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
        consumer = to;
    }

    @Override
    public void write(List<?> row) {
        consumer.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            ParquetColumn column = columns.get(i);
            if (row.get(i) != null) {
                consumer.startField(column.name(), i);
                column.type().add(row.get(i), consumer);
                consumer.endField(column.name(), i);
            }
        }
        consumer.endMessage();
    }
}
