package heed.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Reads the CPU time of this process: all threads, so garbage collection and compilation too. */
final class Cpu {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Cpu() {}

    /** Returns nanoseconds since the process began. */
    static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
