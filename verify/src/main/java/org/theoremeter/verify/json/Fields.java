package org.theoremeter.verify.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object with certain fields and no others. */
final class Fields implements Shape {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    Fields(List<Field> fields) {
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    @Override
    public void require(JsonParser json, String where) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw ShapeException.at(json, where, Found.described(json), "an object with " + names());
        }
        Set<String> missing = new HashSet<>();
        fields.values().stream().filter(Field::needed).map(Field::name).forEach(missing::add);
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Field field = fields.get(json.currentName());
            if (field == null) {
                throw ShapeException.at(json, where, "the unknown key " + Found.quoted(json.currentName()), names());
            }
            missing.remove(field.name());
            json.nextToken();
            if (field.needed() || json.currentToken() != JsonToken.VALUE_NULL) {
                field.shape().require(json, where.isEmpty() ? field.name() : where + "." + field.name());
            }
        }
        for (String name : fields.keySet()) {
            if (missing.contains(name)) {
                throw ShapeException.at(json, where, "no " + name, "an object with " + names());
            }
        }
    }

    private String names() {
        return String.join(", ", fields.keySet());
    }
}
