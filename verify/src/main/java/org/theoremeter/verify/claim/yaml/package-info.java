/**
 * YAML with a memory of where everything stood: every node knows its file, line and column.
 *
 * <p>Aliases, anchors, tags, duplicate keys, deep nesting and files over 1 MB are refused while the text is read, so
 * that a claim file from a stranger can at worst be wrong. No class of ours or of anybody else is ever instantiated
 * from a file.
 *
 * <p>{@link YamlReader} reads documents as {@link YamlNode}s, out of a {@code SourceText}; {@link Fields} takes the entries of
 * a mapping and refuses what nobody took.
 */
package org.theoremeter.verify.claim.yaml;
