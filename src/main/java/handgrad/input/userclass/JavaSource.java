package handgrad.input.userclass;

import handgrad.InputException;
import handgrad.judge.function.HandFunction;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A Java source file with a {@link HandGradient} or a {@link HandFunction} in it, compiled in memory: no file is written. */
public final class JavaSource {
    private static final long LARGEST = 2L << 20;
    private static final String KINDS = HandGradient.class.getName() + " or " + HandFunction.class.getName();

    private JavaSource() {}

    /**
     * Compiles a file and makes an object of its class: the public one that implements one of the two, or
     * the only one. Its package, if any, need not match its folder.
     *
     * @param limit for the constructor and static initialisers
     * @throws InputException if the file cannot be read or compiled, if it holds no such class or several, or if the class
     *     cannot be made; the message names the file, and the line where there is one
     */
    public static UserClass load(Path file, Duration limit) {
        return load(file, limit, ToolProvider.getSystemJavaCompiler());
    }

    /** @param compiler null where the program runs on a Java without one */
    static UserClass load(Path file, Duration limit, JavaCompiler compiler) {
        check(file);
        if (compiler == null) {
            throw new InputException("%s: no Java compiler: the Java at %s is no JDK, expected a JDK, 17 or newer"
                    .formatted(file, System.getProperty("java.home")));
        }
        Compilation compilation = Compilation.of(file, compiler);
        return new UserClass(file, make(file, choose(file, candidates(file, compilation)), limit));
    }

    private static void check(Path file) {
        if (!Files.exists(file)) {
            throw new InputException("%s: no such file".formatted(file));
        }
        if (Files.isDirectory(file)) {
            throw new InputException("%s: is a folder, expected a Java source file".formatted(file));
        }
        if (!Files.isRegularFile(file) || !file.toString().endsWith(".java")) {
            throw new InputException("%s: expected a Java source file, NAME.java".formatted(file));
        }
        long size = file.toFile().length();
        if (size > LARGEST) {
            throw new InputException(
                    "%s: expected at most %d MB, found %d MB".formatted(file, LARGEST >> 20, size >> 20));
        }
    }

    private static List<Class<?>> candidates(Path file, Compilation compilation) {
        var loader = new MemoryClasses(compilation.classes(), JavaSource.class.getClassLoader());
        var candidates = new ArrayList<Class<?>>();
        try {
            for (String name : compilation.own()) {
                Class<?> type = Class.forName(name, false, loader);
                boolean named = !type.isAnonymousClass() && !type.isLocalClass() && !type.isInterface();
                if (named && (HandGradient.class.isAssignableFrom(type) || HandFunction.class.isAssignableFrom(type))) {
                    candidates.add(type);
                }
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new InputException(new Trouble(file).threw("loading it", e), e);
        }
        return candidates;
    }

    private static Class<?> choose(Path file, List<Class<?>> candidates) {
        List<Class<?>> concrete = having(candidates, type -> !Modifier.isAbstract(type.getModifiers()));
        List<Class<?>> open = having(concrete, type -> Modifier.isPublic(type.getModifiers()) && !type.isMemberClass());
        if (concrete.size() == 1 || open.size() == 1) {
            return open.isEmpty() ? concrete.get(0) : open.get(0);
        }
        if (!concrete.isEmpty()) {
            throw new InputException("%s: expected one class that implements %s, or one of them public, found %s"
                    .formatted(file, KINDS, names(concrete)));
        }
        if (!candidates.isEmpty()) {
            throw new InputException("%s: class %s is abstract: expected a class that objects can be made of"
                    .formatted(file, names(candidates)));
        }
        throw new InputException("%s: expected a class that implements %s, found none".formatted(file, KINDS));
    }

    private static List<Class<?>> having(List<Class<?>> types, Predicate<Class<?>> property) {
        return types.stream().filter(property).collect(Collectors.toList());
    }

    private static String names(List<Class<?>> types) {
        return types.stream().map(Class::getSimpleName).collect(Collectors.joining(", "));
    }

    private static Object make(Path file, Class<?> type, Duration limit) {
        String who = "the constructor of " + type.getSimpleName();
        var trouble = new Trouble(file);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            if (!reachable(type, constructor)) {
                throw noConstructor(file, type);
            }
            constructor.setAccessible(true);
            return TimeLimit.call(() -> made(constructor, who, trouble), limit);
        } catch (NoSuchMethodException e) {
            throw noConstructor(file, type);
        } catch (TimeoutException e) {
            throw new InputException(trouble.tookTooLong(who, e, limit), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof InputException complaint
                    ? complaint
                    : new InputException(trouble.threw(who, e.getCause()), e);
        }
    }

    /** What goes wrong is put into words here, within the limit: an exception of theirs has their methods. */
    private static Object made(Constructor<?> constructor, String who, Trouble trouble)
            throws ReflectiveOperationException {
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new InputException(trouble.threw(who, e.getCause()), e);
        } catch (ExceptionInInitializerError e) {
            throw new InputException(trouble.threw(who, e), e);
        }
    }

    /** A class that is not public has, unless it says otherwise, a constructor that is not public either. */
    private static boolean reachable(Class<?> type, Constructor<?> constructor) {
        return Modifier.isPublic(constructor.getModifiers())
                || (!Modifier.isPublic(type.getModifiers()) && !Modifier.isPrivate(constructor.getModifiers()));
    }

    private static InputException noConstructor(Path file, Class<?> type) {
        String cure = type.isMemberClass() && !Modifier.isStatic(type.getModifiers()) ? "; make the class static" : "";
        return new InputException("%s: class %s has no public constructor without arguments%s"
                .formatted(file, type.getSimpleName(), cure));
    }
}
