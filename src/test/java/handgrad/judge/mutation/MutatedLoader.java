package handgrad.judge.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Loads the judge and those who test it anew, with some classes changed. */
final class MutatedLoader extends ClassLoader {
    private final Map<String, byte[]> changed;

    MutatedLoader(Map<String, byte[]> changed) {
        super(MutatedLoader.class.getClassLoader());
        this.changed = changed;
    }

    private static boolean ours(String name) {
        return name.startsWith("handgrad.judge.") && !name.startsWith("handgrad.judge.mutation.")
                || name.startsWith("handgrad.testing.");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!ours(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] code = changed.get(name);
        if (code == null) {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                code = in.readAllBytes();
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
        return defineClass(name, code, 0, code.length);
    }
}
