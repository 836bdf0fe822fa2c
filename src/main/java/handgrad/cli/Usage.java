package handgrad.cli;

import handgrad.show.text.Screen;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What {@code --help} says of a command: picocli's own text is never narrower than 55 columns. */
final class Usage {
    private static final String SECTION = "handgrad";

    private Usage() {}

    /** In the place of picocli's, for a command and all below it. */
    static void register(CommandLine command, Screen screen) {
        command.setHelpSectionKeys(List.of(SECTION));
        command.getHelpSectionMap().put(SECTION, help -> of(help.commandSpec(), screen));
        command.getSubcommands().values().forEach(each -> register(each, screen));
    }

    static String of(CommandSpec command, Screen screen) {
        var sheet = new Sheet(screen);
        sheet.say(0, screen.in(Tone.STRONG, "Usage:") + " ", synopsis(command)).gap();
        for (String sentence : command.usageMessage().description()) {
            sheet.say(sentence);
        }
        part(
                sheet,
                "What is named:",
                command.positionalParameters().stream().map(Usage::entry).toList());
        part(sheet, "Commands:", commands(command));
        List<OptionSpec> grouped = command.argGroups().stream()
                .flatMap(group -> group.allOptionsNested().stream())
                .toList();
        part(
                sheet,
                "Options:",
                options(command.options().stream()
                        .filter(option -> !grouped.contains(option))
                        .toList()));
        for (ArgGroupSpec group : command.argGroups()) {
            part(sheet, group.heading().replace("%n", ""), options(group.allOptionsNested()));
        }
        sheet.say(0, List.of(command.usageMessage().footer()));
        return sheet.toString();
    }

    private static void part(Sheet sheet, String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            sheet.gap().say(sheet.screen().in(Tone.STRONG, title)).entries(2, entries);
        }
    }

    private static String synopsis(CommandSpec command) {
        var words = new ArrayList<>(List.of(command.qualifiedName()));
        words.add("[OPTIONS]");
        if (!command.subcommands().isEmpty()) {
            words.add("COMMAND");
        }
        command.positionalParameters().forEach(each -> words.add(term(each)));
        return String.join(" ", words);
    }

    private static List<Entry> commands(CommandSpec command) {
        return command.subcommands().entrySet().stream()
                .map(each -> new Entry(each.getKey(), firstSentence(each.getValue())))
                .toList();
    }

    private static String firstSentence(CommandLine command) {
        String whole = command.getCommandSpec().usageMessage().description()[0];
        return whole.replaceFirst("(?s)(?<=[a-z])\\. .*", ".");
    }

    private static List<Entry> options(List<OptionSpec> options) {
        return options.stream()
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .map(option -> new Entry(term(option), description(option)))
                .toList();
    }

    private static Entry entry(PositionalParamSpec parameter) {
        return new Entry(term(parameter), description(parameter));
    }

    private static String term(PositionalParamSpec parameter) {
        String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.arity().min() == 0 ? "[%s]".formatted(label) : label;
    }

    private static String term(OptionSpec option) {
        String names = String.join(", ", option.names());
        if (option.arity().max() == 0) {
            return names;
        }
        return "%s=%s%s"
                .formatted(names, option.paramLabel(), option.splitRegex().isEmpty() ? "" : "[,...]");
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description());
    }
}
