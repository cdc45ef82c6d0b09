package org.theoremeter.verify.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes other files of a true one: whatever a hand, a bad disk or a stranger might have done to it. */
final class JsonMutations {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final byte[] whole;
    private final Random random;

    JsonMutations(byte[] whole, long seed) {
        this.whole = whole.clone();
        this.random = new Random(seed);
    }

    byte[] next() throws Exception {
        return switch (random.nextInt(6)) {
            case 0 -> truncated();
            case 1 -> flipped();
            case 2 -> followed();
            default -> edited();
        };
    }

    private byte[] truncated() {
        return Arrays.copyOf(whole, random.nextInt(whole.length));
    }

    private byte[] flipped() {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] followed() {
        List<String> tails = List.of("x", "{}", "]", "\0", "null", new String(whole, StandardCharsets.UTF_8));
        byte[] tail = tails.get(random.nextInt(tails.size())).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(whole, whole.length + tail.length);
        System.arraycopy(tail, 0, bytes, whole.length, tail.length);
        return bytes;
    }

    /** Changes one place anywhere in the tree. */
    private byte[] edited() throws Exception {
        JsonNode root = MAPPER.readTree(whole);
        List<ContainerNode<?>> places = new ArrayList<>();
        collect(root, places);
        ContainerNode<?> place = places.get(random.nextInt(places.size()));
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(key);
                case 1 -> object.set("surplus", value());
                default -> object.set(key, value());
            }
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(index);
                case 1 -> array.add(array.get(index));
                default -> array.set(index, value());
            }
        }
        return MAPPER.writeValueAsBytes(root);
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> places) {
        if (node instanceof ContainerNode<?> container) {
            places.add(container);
            node.forEach(child -> collect(child, places));
        }
    }

    private JsonNode value() {
        List<JsonNode> values = List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-1),
                NODES.numberNode(0.5),
                NODES.numberNode(Long.MAX_VALUE),
                NODES.numberNode(new BigInteger("9".repeat(60))),
                NODES.numberNode(new BigDecimal("1e999")),
                TextNode.valueOf(""),
                TextNode.valueOf(" "),
                TextNode.valueOf("NaN"),
                TextNode.valueOf("-1"),
                TextNode.valueOf("pass"),
                TextNode.valueOf("proved"),
                TextNode.valueOf("derivation"),
                TextNode.valueOf("\\input{/etc/passwd}"),
                TextNode.valueOf("<script>alert(1)</script>"),
                TextNode.valueOf("\u001b[31m\u202e\ud800"),
                TextNode.valueOf("x".repeat(300)),
                NODES.arrayNode(),
                NODES.arrayNode().add(NODES.nullNode()),
                NODES.objectNode(),
                nested());
        return values.get(random.nextInt(values.size()));
    }

    private static JsonNode nested() {
        JsonNode node = NODES.arrayNode();
        for (int i = 0; i < 60; i++) {
            node = NODES.arrayNode().add(node);
        }
        return node;
    }
}
