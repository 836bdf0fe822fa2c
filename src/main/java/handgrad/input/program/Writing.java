package handgrad.input.program;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes standard input on a thread of its own: a program that does not read it holds nobody up. */
final class Writing implements Runnable {
    private static final byte[] END = {};

    private final OutputStream out;
    private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();

    Writing(OutputStream out) {
        this.out = out;
    }

    void send(byte[] message) {
        messages.add(message);
    }

    /** Closes standard input, after what was sent. */
    void end() {
        messages.add(END);
    }

    @Override
    public void run() {
        try (out) {
            for (byte[] message = messages.take(); message != END; message = messages.take()) {
                out.write(message);
                out.flush();
            }
        } catch (IOException e) {
            // It has ended, or reads no more: its output will tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
