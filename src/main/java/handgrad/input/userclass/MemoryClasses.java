package handgrad.input.userclass;

import java.util.Map;

/** Loads classes from memory, in preference to classes of the same name on the class path. */
final class MemoryClasses extends ClassLoader {
    /** The name of this loader in stack traces. */
    static final String NAME = "user-class";

    private final Map<String, byte[]> classes;

    /** @param classes class files by class name */
    MemoryClasses(Map<String, byte[]> classes, ClassLoader parent) {
        super(NAME, parent);
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        // An example that was built with the program is on the class path too; the file as it is now is what counts.
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
