/// Standard input and output.
struct Console: Sendable {
    /// Writes a result to stdout.
    var print: @Sendable (String) -> Void
    /// Writes a result that may be no text to stdout.
    var printBytes: @Sendable ([UInt8]) -> Void
    /// Writes talk, progress and diagnostics to stderr.
    var say: @Sendable (String) -> Void
    /// Reads a line from stdin; nil at its end.
    var readLine: @Sendable () -> String?
    /// Reads all of stdin.
    var readAll: @Sendable () -> [UInt8]
    /// Whether stdin is a terminal.
    var isInputTerminal: Bool
    /// Whether stdout is a terminal.
    var isOutputTerminal: Bool
    /// Whether stderr is a terminal.
    var isErrorTerminal: Bool
    /// Columns of the terminal; 80 for a pipe.
    var width: Int
}
