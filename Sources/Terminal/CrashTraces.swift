import CSignals

/// What a crash leaves behind: a picture of the memory has everybody's data in it.
public enum CrashTraces {
    /// From now on a crash leaves no picture of the memory, nor lets another program take one.
    public static func keepNone() { crash_leaves_nothing() }
}
