package org.theoremeter.verify.cli.parquet;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * A column of a table.
 *
 * @param name its name, in any characters
 * @param type what its values are
 * @param optional whether a row may have none
 */
public record ParquetColumn(String name, Type type, boolean optional) {

    /** What the values of a column are. */
    public enum Type {
        /** {@link Integer}, INT32. */
        WHOLE(PrimitiveTypeName.INT32) {
            @Override
            void add(Object value, RecordConsumer to) {
                to.addInteger((Integer) value);
            }
        },
        /** {@link Long}, INT64. */
        LONG(PrimitiveTypeName.INT64) {
            @Override
            void add(Object value, RecordConsumer to) {
                to.addLong((Long) value);
            }
        },
        /** {@link Double}, DOUBLE, bit for bit. */
        REAL(PrimitiveTypeName.DOUBLE) {
            @Override
            void add(Object value, RecordConsumer to) {
                to.addDouble((Double) value);
            }
        },
        /** {@link String}, BINARY as STRING. */
        TEXT(PrimitiveTypeName.BINARY) {
            @Override
            void add(Object value, RecordConsumer to) {
                to.addBinary(Binary.fromString((String) value));
            }
        };

        private final PrimitiveTypeName primitive;

        Type(PrimitiveTypeName primitive) {
            this.primitive = primitive;
        }

        /** Hands over a value. */
        abstract void add(Object value, RecordConsumer to);
    }

    PrimitiveType schema() {
        return Types.primitive(type.primitive, optional ? Repetition.OPTIONAL : Repetition.REQUIRED)
                .as(type == Type.TEXT ? LogicalTypeAnnotation.stringType() : null)
                .named(name);
    }
}
