package org.theoremeter.reports.html;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XHTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.theoremeter.reports.text.Characters;

/**
 * Fills the templates beside this class.
 *
 * <p>Templates come from this package alone and see only strings, lists and maps: no Java class, method or file can be reached from
 * them. All text is escaped, and no template can ask for it not to be: markup is what comes as {@link TrustedMarkup}.
 */
final class Templates {

    private static final Configuration CONFIGURATION = configuration();

    private Templates() {}

    /**
     * Returns a template filled with values.
     *
     * @param name file name of the template
     * @param model strings, markup, numbers, booleans, and lists and maps of them
     */
    static String fill(String name, Map<String, Object> model) {
        StringWriter out = new StringWriter();
        try {
            CONFIGURATION.getTemplate(name).process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + name + " from the program's own files", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + name + " does not fit its values: " + e.getMessage(), e);
        }
        return out.toString();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(Templates.class, ""));
        configuration.setObjectWrapper(new PlainText());
        configuration.setOutputFormat(XHTMLOutputFormat.INSTANCE);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLocalizedLookup(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        return configuration;
    }

    /** Gives templates printable text and markup, and refuses everything else that is not a number, boolean, list or map. */
    private static final class PlainText extends SimpleObjectWrapper {

        PlainText() {
            super(Configuration.VERSION_2_3_34);
        }

        @Override
        public TemplateModel wrap(Object value) throws TemplateModelException {
            if (value instanceof TrustedMarkup markup) {
                return XHTMLOutputFormat.INSTANCE.fromMarkup(Characters.printable(markup.xml()));
            }
            return value instanceof String text ? new SimpleScalar(Characters.printable(text)) : super.wrap(value);
        }
    }
}
