/**
 * Writes tables as Parquet, which pandas, polars, R, DuckDB and Julia read with names and types. The library stays in here: it is
 * Apache's own, without compression and without Hadoop, of which it calls a few classes that parquet-floor has in small. A
 * new type of column is a constant of {@link ParquetColumn.Type}.
 *
 * <ul>
 *   <li>Entry: {@link ParquetFile}; {@link ParquetColumn} says what its columns are.
 *   <li>Part: {@code RowSupport} hands a row to the library, value by value.
 * </ul>
 */
package org.theoremeter.verify.cli.parquet;
